import type { Text } from '../../../schema/contract/text.js';
import { EXAMPLE_ROLES, type ExampleRole } from '../roles.js';
import { useLanguage } from './language.js';
import { trialRoles, trialToken, type TrialAnswer } from './trial-token.js';
import { WORDS } from './words.js';
import { useGraphiQL } from '@graphiql/react';
import { useEffect, useState, type ReactNode, type SubmitEvent } from 'react';

/** Takes an office to try the graph in, and writes its token among the request headers; absent where no hub issues any. */
export function OfficeForm(): ReactNode {
  const { say } = useLanguage();
  const roles = useTrialRoles();
  const { refusal, take } = useOffice();
  if (roles.length === 0) return null;
  return (
    <form className="office" onSubmit={take}>
      <select name="role" aria-label={say(WORDS.officeRole)}>
        {roles.map((role) => (
          <option key={role} value={role}>
            {say(EXAMPLE_ROLES[role])}
          </option>
        ))}
      </select>
      <input
        name="organization"
        required
        autoComplete="off"
        aria-label={say(WORDS.officeOrganization)}
        placeholder={say(WORDS.officeOrganization)}
      />
      <button type="submit" title={say(WORDS.takeTokenTitle)}>
        {say(WORDS.takeToken)}
      </button>
      <p role="status">{refusal && say(refusal)}</p>
    </form>
  );
}

function useTrialRoles(): readonly ExampleRole[] {
  const [roles, setRoles] = useState<readonly ExampleRole[]>([]);
  useEffect(() => {
    trialRoles().then(setRoles, () => undefined);
  }, []);
  return roles;
}

interface Office {
  /** Why no token was had. */
  readonly refusal: Text | null;
  readonly take: (event: SubmitEvent<HTMLFormElement>) => void;
}

function useOffice(): Office {
  const headerEditor = useGraphiQL((state) => state.headerEditor);
  const [refusal, setRefusal] = useState<Text | null>(null);
  const write = (answer: TrialAnswer): void => {
    setRefusal('refusal' in answer ? answer.refusal : null);
    if ('token' in answer) headerEditor?.setValue(headersWith(answer.token));
  };
  return {
    refusal,
    take: (event) => {
      event.preventDefault();
      void trialToken(new FormData(event.currentTarget)).then(write);
    },
  };
}

function headersWith(token: string): string {
  return JSON.stringify({ authorization: `Bearer ${token}` }, null, 2);
}
