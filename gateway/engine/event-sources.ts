/** An event with what tells whose it is. */
export interface Tagged<Event, Tag> {
  readonly event: Event;
  readonly tag: Tag;
}

/** A source of events that can be left. */
export interface EventSource<Event> {
  readonly events: AsyncIterator<Event>;
  /** Has the source end at once, also while an event is waited for. */
  readonly leave: () => void;
}

interface Member<Event, Tag> {
  readonly source: EventSource<Event>;
  tag: Tag;
  isAsked: boolean;
  ready?: { readonly event: Event };
}

/**
 * The events of one source, and of two while one takes the place of the other. Each source is asked for the next event
 * when the former one was taken, so that nothing is read ahead.
 */
export class EventSources<Event, Tag> {
  private members: readonly Member<Event, Tag>[];
  private failure: { readonly error: unknown } | undefined;
  private wake: () => void = () => undefined;

  constructor(source: EventSource<Event>, tag: Tag) {
    this.members = [{ source, tag, isAsked: false }];
  }

  /** Has what comes from now on belong to another. */
  retag(tag: Tag): void {
    for (const member of this.members) member.tag = tag;
  }

  /** One more source, beside the present one. */
  join(source: EventSource<Event>, tag: Tag): void {
    this.members = [...this.members, { source, tag, isAsked: false }];
    this.wake();
  }

  /** Leaves all sources but the last one; what they gave already is still there to be taken. */
  leaveFormer(): void {
    for (const { source } of this.members.slice(0, -1)) source.leave();
  }

  /** Leaves all sources. */
  close(): void {
    for (const { source } of this.members) source.leave();
  }

  /** The events, until there is no source any more. @throws what the last source threw. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Tagged<Event, Tag>, undefined> {
    while (this.members.length > 0) {
      const next = this.members.find(({ ready }) => ready);
      if (next?.ready) {
        const { tag, ready } = next;
        next.ready = undefined;
        yield { event: ready.event, tag };
      } else await this.something();
    }
    if (this.failure) throw this.failure.error;
  }

  private something(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
      for (const member of this.members) this.ask(member);
    });
  }

  private ask(member: Member<Event, Tag>): void {
    if (member.isAsked) return;
    member.isAsked = true;
    void this.take(member).then(() => this.wake());
  }

  private async take(member: Member<Event, Tag>): Promise<void> {
    try {
      const { done, value } = await member.source.events.next();
      member.isAsked = false;
      if (done) this.drop(member);
      else member.ready = { event: value };
    } catch (error) {
      this.drop(member);
      if (this.members.length === 0) this.failure = { error };
    }
  }

  private drop(member: Member<Event, Tag>): void {
    this.members = this.members.filter((each) => each !== member);
  }
}
