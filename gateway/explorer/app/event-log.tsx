import { useLanguage } from './language.js';
import type { KeptEvents, SeenEvent } from './run/events.js';
import { errorsIn, eventsDropped } from './run-words.js';
import { WORDS } from './words.js';
import { useLayoutEffect, useRef, type ReactNode } from 'react';

/** How far from its end a list still counts as being at it. Unit: pixels. */
const NEAR_END = 40;

interface EventLogProps {
  readonly events: KeptEvents;
  readonly isListening: boolean;
}

/** The events of a subscription, each with its time; it stays at its end unless the reader looks further up. */
export function EventLog({ events: { list, count }, isListening }: EventLogProps): ReactNode {
  const { say } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  useLayoutEffect(() => {
    if (isAtEnd.current) box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [list]);
  return (
    <div
      ref={box}
      className="scroll events"
      role="region"
      aria-label={say(WORDS.events)}
      tabIndex={0}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END;
      }}
    >
      {count === 0 && isListening ? <p className="hint">{say(WORDS.eventsHint)}</p> : null}
      {count > list.length ? <p className="hint">{say(eventsDropped(count - list.length))}</p> : null}
      <ol>
        {list.map((event) => (
          <Event key={event.number} event={event} />
        ))}
      </ol>
    </div>
  );
}

function Event({ event: { number, at, json, errorCount, isCut } }: { readonly event: SeenEvent }): ReactNode {
  const { language, say } = useLanguage();
  return (
    <li>
      <p className="event-head">
        <span>#{number}</span>
        <time dateTime={at.toISOString()}>{at.toLocaleTimeString(language, { hour12: false })}</time>
        {errorCount === 0 ? null : <span className="failed">{say(errorsIn(errorCount))}</span>}
      </p>
      <pre>{json}</pre>
      {isCut ? <p className="hint">{say(WORDS.eventCut)}</p> : null}
    </li>
  );
}
