/** What the browser remembers under a key; `null` where nothing, or where it lets no page remember anything. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Remembers a value, or forgets the key for `null`; a browser that refuses simply does not remember. */
export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // A full or forbidden store costs the convenience alone.
  }
}
