/**
 * Lets the editor place what it shows although the Content-Security-Policy forbids every `style` attribute: Monaco writes
 * the place of each line and word as such an attribute inside HTML that it builds. Here the attribute is held under
 * another name while the HTML is read, and what of it places or colours is then set as scripts may set it; anything
 * else, such as a background from an address, is dropped. Import this before the editor.
 */
const HELD = 'data-held-style';

/** A `style` attribute within a tag; in text, the editor writes `<` as an entity. */
const STYLE = /(<[a-z][^<>]*?)\sstyle="/gi;

const ALLOWED: ReadonlySet<string> = new Set([
  'top',
  'left',
  'bottom',
  'width',
  'height',
  'line-height',
  'text-indent',
  'unicode-bidi',
  'color',
  'font-style',
  'font-weight',
  'text-decoration',
]);

/** HTML as a text, or as what browsers take for trusted. */
type Html = { toString(): string } | null;

const { prototype } = Element;
const original = Object.getOwnPropertyDescriptor(prototype, 'innerHTML');
const insert = Reflect.get(prototype, 'insertAdjacentHTML');

if (original) {
  Object.defineProperty(prototype, 'innerHTML', {
    ...original,
    set(this: Element, html: Html) {
      original.set?.call(this, held(html));
      placeIn(this);
    },
  });
}

prototype.insertAdjacentHTML = function insertPlaced(this: Element, where: InsertPosition, html: Html) {
  insert.call(this, where, held(html));
  placeIn(this.parentElement ?? this);
};

function held(html: Html): string {
  return (html?.toString() ?? '').replaceAll(STYLE, `$1 ${HELD}="`);
}

function placeIn(root: Element): void {
  for (const element of root.querySelectorAll<HTMLElement>(`[${HELD}]`)) {
    for (const rule of (element.getAttribute(HELD) ?? '').split(';')) {
      const [name = '', value = ''] = rule.split(':').map((part) => part.trim());
      if (ALLOWED.has(name)) element.style.setProperty(name, value);
    }
    element.removeAttribute(HELD);
  }
}
