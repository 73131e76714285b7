import { AUDIENCES, type Audience } from '../audiences.js';
import type { Example } from '../example.js';
import { needsRole } from '../roles.js';
import { useLanguage } from './language.js';
import type { Examples } from './use-examples.js';
import { WORDS } from './words.js';
import type { ReactNode } from 'react';

interface ExampleListProps {
  readonly examples: Examples;
  /** Id of the example that was run last. */
  readonly currentId: string | null;
  readonly run: (example: Example) => void;
}

/** The example questions by who would ask them; one press runs one. */
export function ExampleList({ examples, currentId, run }: ExampleListProps): ReactNode {
  const { say } = useLanguage();
  const groups = Map.groupBy(examples.list, ({ group }) => group);
  const order = new Set([...(Object.keys(AUDIENCES) as Audience[]), ...groups.keys()]);
  return (
    <section id="examples" className="pane examples" tabIndex={-1} aria-labelledby="examples-title">
      <div className="pane-head">
        <h2 id="examples-title">{say(WORDS.examples)}</h2>
      </div>
      <div className="scroll">
        <p className="hint">{say(hintOf(examples))}</p>
        {[...order].map((group) => (
          <Group key={group} name={group} list={groups.get(group) ?? []} currentId={currentId} run={run} />
        ))}
      </div>
    </section>
  );
}

interface GroupProps extends Omit<ExampleListProps, 'examples'> {
  readonly name: Audience;
  readonly list: readonly Example[];
}

function Group({ name, list, currentId, run }: GroupProps): ReactNode {
  const { say } = useLanguage();
  if (list.length === 0) return null;
  return (
    <details open>
      <summary>
        {say(AUDIENCES[name] ?? { vi: name, en: name })} <span className="count">{list.length}</span>
      </summary>
      <ul>
        {list.map((example) => (
          <li key={example.id}>
            <Question example={example} isCurrent={example.id === currentId} run={run} />
          </li>
        ))}
      </ul>
    </details>
  );
}

interface QuestionProps {
  readonly example: Example;
  readonly isCurrent: boolean;
  readonly run: (example: Example) => void;
}

function Question({ example, isCurrent, run }: QuestionProps): ReactNode {
  const { say } = useLanguage();
  return (
    <button
      type="button"
      className="question"
      data-example={example.id}
      aria-current={isCurrent}
      onClick={() => run(example)}
    >
      {say(example)}
      {example.role && <small>{say(needsRole(example.role))}</small>}
    </button>
  );
}

function hintOf({ state, list }: Examples): (typeof WORDS)[keyof typeof WORDS] {
  if (state === 'loading') return WORDS.examplesLoading;
  if (state === 'failed') return WORDS.examplesFailed;
  return list.length === 0 ? WORDS.examplesNone : WORDS.examplesHint;
}
