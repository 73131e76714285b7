/**
 * The bytes of an answer as they come. However small the pieces, they take no more than about twice their own size.
 */
export class Gathered {
  private bytes: Buffer | undefined;
  private length = 0;

  /** Adds a piece at the end. */
  add(piece: Buffer): void {
    if (!this.bytes) {
      this.bytes = piece;
      this.length = piece.length;
      return;
    }
    const room = this.roomFor(this.bytes, this.length + piece.length);
    piece.copy(room, this.length);
    this.bytes = room;
    this.length += piece.length;
  }

  /** All pieces as one text; they are let go of. */
  take(): string {
    const text = this.bytes?.toString('utf8', 0, this.length) ?? '';
    this.bytes = undefined;
    this.length = 0;
    return text;
  }

  /** The first piece has no room behind it. */
  private roomFor(bytes: Buffer, length: number): Buffer {
    if (bytes.length >= length) return bytes;
    const room = Buffer.allocUnsafeSlow(Math.max(length, 2 * bytes.length));
    bytes.copy(room, 0, 0, this.length);
    return room;
  }
}
