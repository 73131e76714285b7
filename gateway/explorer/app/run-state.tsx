import { Icon } from './icons.js';
import { useLanguage } from './language.js';
import { stateOf } from './run-words.js';
import type { Run } from './run/run.js';
import { WORDS } from './words.js';
import type { ReactNode } from 'react';

interface RunStateProps {
  readonly run: Run | null;
  /** Whether what was to be run last was not sent at all. */
  readonly isUnsent: boolean;
  readonly stop: () => void;
}

/** How the run goes, and the button that ends it. */
export function RunState({ run, isUnsent, stop }: RunStateProps): ReactNode {
  const { say } = useLanguage();
  const isRunning = run?.phase === 'running';
  const isFailed = isUnsent || (!isRunning && hasFailed(run));
  const wording = isUnsent ? WORDS.unsent : run && stateOf(run);
  return (
    <>
      <p role="status" className={isFailed ? 'status failed' : 'status'} aria-busy={isRunning}>
        {wording && say(wording)}
      </p>
      {isRunning ? <StopButton stop={stop} /> : null}
    </>
  );
}

function hasFailed(run: Run | null): boolean {
  return run !== null && (run.problem !== null || (run.answer?.errors?.length ?? 0) > 0);
}

function StopButton({ stop }: Pick<RunStateProps, 'stop'>): ReactNode {
  const { say } = useLanguage();
  return (
    <button ref={handOnFocus} type="button" className="stop" title={say(WORDS.stopTitle)} onClick={stop}>
      <Icon name="stop" />
      {say(WORDS.stop)}
    </button>
  );
}

/** A button that goes while it has the focus leaves it to the pane, where the keyboard goes on. */
function handOnFocus(button: HTMLButtonElement): () => void {
  return () => {
    if (document.activeElement === button) document.getElementById('result')?.focus();
  };
}
