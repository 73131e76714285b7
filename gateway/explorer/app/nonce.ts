/**
 * Marks every `<style>` element that a library makes with the page's nonce, without which the
 * Content-Security-Policy drops it. Import this before any library that writes styles.
 */
const { nonce } = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]') ?? { nonce: '' };
const create = document.createElement.bind(document);

document.createElement = (name: string, options?: ElementCreationOptions): HTMLElement => {
  const element = create(name, options);
  if (element instanceof HTMLStyleElement) element.nonce = nonce;
  return element;
};
