import { describe, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { served, sharedHub } from '../../support/tiny-hub.js';
import { tinyUnion } from '../../support/tiny-subgraphs.js';
import { hub, PREFLIGHTED } from './send.js';

const gateway = sharedHub(() => hub());

/**
 * What the hub answers only to a request with a header that no page of another site may send: to answer without it is
 * what CSRF prevention forbids.
 */
const AFTER_PREFLIGHT: ReadonlySet<string> = new Set(['5A70', 'D6D5', '6A70']);

const AUDITS = serverAudits({ url: () => `${gateway.url}/graphql` });
const PREFLIGHTED_AUDITS = serverAudits({
  url: () => `${gateway.url}/graphql`,
  fetchFn: (url: string, init: RequestInit = {}) =>
    fetch(url, { ...init, headers: { ...(init.headers as object), ...PREFLIGHTED } }),
});

type Audit = (typeof AUDITS)[number];

const named = (audits: readonly Audit[]) => audits.map((audit) => [audit.id, audit.name, audit] as const);

describe('the public audit of GraphQL over HTTP, on the gateway', () => {
  test.each(named(AUDITS.filter(({ id }) => !AFTER_PREFLIGHT.has(id))))('%s %s', async (_, __, audit) => {
    expect(await audit.fn()).toMatchObject({ status: 'ok' });
  });

  test.each(named(AUDITS.filter(({ id }) => AFTER_PREFLIGHT.has(id))))(
    '%s %s: not without a header that other sites may not send',
    async (_, name, audit) => {
      expect(name).toMatch(/^MAY /);
      expect(await audit.fn()).toMatchObject({ status: 'notice', response: { status: 400 } });
    },
  );

  test.each(named(PREFLIGHTED_AUDITS))('%s %s: with that header', async (_, __, audit) => {
    expect(await audit.fn()).toMatchObject({ status: 'ok' });
  });
});

describe('the same audit, on a subgraph', () => {
  test('finds nothing but that it does not tell its schema', async () => {
    const { url } = await served(tinyUnion());
    const audits = serverAudits({ url: `${url}/graphql` });

    const results = await Promise.all(audits.map((audit) => audit.fn()));

    const found = results.filter(({ status }) => status === 'error' || status === 'warn');
    expect(found.map(({ name }) => name.replace(/ when .*/, ''))).toEqual([
      'SHOULD allow map {variables} parameter',
      'MUST allow map {variables} parameter',
    ]);
  });
});
