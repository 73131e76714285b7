/** Lower-case response headers. */
export type Headers = Readonly<Record<string, string>>;

/** What the browser may never do on any answer of the sandbox. */
export const SECURITY_HEADERS: Headers = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/**
 * The Content-Security-Policy of the page and, since a worker obeys its own answer's policy, of every file.
 *
 * Scripts and workers come from the hub alone; the editor's workers are files, so `blob:` is not needed. The editor
 * (Monaco) writes `<style>` elements while it runs, which the page marks with this answer's nonce. The `style`
 * attributes in HTML that it builds are forbidden too; `app/placed.ts` sets what of them places its lines.
 */
export function contentSecurityPolicy(styleNonce?: string): string {
  const nonce = styleNonce === undefined ? '' : ` 'nonce-${styleNonce}'`;
  return [...FIXED_POLICY, `style-src 'self'${nonce}`].join('; ');
}

const FIXED_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "script-src-attr 'none'",
  "style-src-attr 'none'",
  "worker-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
] as const;
