/** Rows under one another, each column as wide as its longest cell; the last one runs free. */
export function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = widthsOf(rows);
  return rows
    .map((row) =>
      row.map((cell, place) => (place === row.length - 1 ? cell : padded(cell, widths[place] ?? 0))),
    )
    .map((cells) => cells.join('  ').trimEnd())
    .join('\n');
}

function widthsOf(rows: readonly (readonly string[])[]): readonly number[] {
  const columns = Math.max(0, ...rows.map(({ length }) => length));
  return Array.from({ length: columns }, (_, place) =>
    Math.max(...rows.map((row) => widthOf(row[place] ?? ''))),
  );
}

// Colours take no room.
// oxlint-disable-next-line no-control-regex
const COLOUR = /\u001b\[\d+m/g;

/** Unit: columns; letters with marks above and below count as one. */
function widthOf(cell: string): number {
  return Array.from(cell.replaceAll(COLOUR, '').normalize('NFC')).length;
}

function padded(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - widthOf(cell)));
}

/** The short form of an address or an id: enough to tell it from others. */
export function shortOf(address: string): string {
  return address.replace('sha256:', '').slice(0, 12);
}

/** An instant, to the minute. */
export function minuteOf(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}
