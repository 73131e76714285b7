import { describe, expect, test } from '@jest/globals';
import { negotiate } from '../../../schema/contract/http/media-type.js';
import { answering, faultyServer } from '../../support/faulty-server.js';
import { hubOverHttp, sharedHub } from '../../support/tiny-hub.js';
import { tinyUnion } from '../../support/tiny-subgraphs.js';
import { errorsIn, hub, POST, refusalWith, send } from './send.js';

const JSON_TYPE = 'application/json';
const GRAPHQL = 'application/graphql-response+json';

describe('the media type of an answer', () => {
  test.each([
    ['no header', undefined],
    ['an empty header', ''],
    ['anything', '*/*'],
    ['any application', 'application/*'],
    ['that type', JSON_TYPE],
    ['that type in upper case', 'Application/JSON; Charset="UTF-8"'],
    ['both, that type first', `${JSON_TYPE}, ${GRAPHQL}`],
    ['both, the other less', `${GRAPHQL};q=0.5, ${JSON_TYPE};q=0.9`],
    ['anything but the other', `*/*, ${GRAPHQL};q=0`],
    ['what a browser takes', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'],
    ['that type and parts', `multipart/mixed;deferSpec=20220824, ${JSON_TYPE}`],
  ])('is application/json for %s', (_, accept) => {
    expect(negotiate(accept)).toBe(JSON_TYPE);
  });

  test.each([
    ['that type', GRAPHQL],
    ['what clients are advised to send', `${GRAPHQL}; charset=utf-8, ${JSON_TYPE}; charset=utf-8`],
    ['the same with weights', `${GRAPHQL},${JSON_TYPE};q=0.9`],
    ['that type after anything', `*/*, ${GRAPHQL}`],
    ['any application but the other', `application/*, ${JSON_TYPE}; q=0`],
    ['that type and one of another charset', `${JSON_TYPE};charset=utf-16, ${GRAPHQL};q=0.1`],
  ])('is application/graphql-response+json for %s', (_, accept) => {
    expect(negotiate(accept)).toBe(GRAPHQL);
  });

  test.each([
    ['another type', 'text/html'],
    ['parts alone', 'multipart/mixed;deferSpec=20220824'],
    ['both not at all', `${JSON_TYPE};q=0, ${GRAPHQL};q=0.0`],
    ['nothing at all', '*/*;q=0'],
    ['a weight that is none', `${JSON_TYPE};q=much`],
    ['no media type', ',;=,'],
    ['another charset', `${JSON_TYPE};charset=iso-8859-1`],
  ])('does not exist for %s', (_, accept) => {
    expect(negotiate(accept)).toBeNull();
  });
});

describe('a client that takes no answer of ours', () => {
  test('is refused before anything is run', async () => {
    const union = await faultyServer(answering(200, '{"data": {}}'));
    const { url } = await hubOverHttp([tinyUnion()], { union: union.url });
    const headers = { ...POST.headers, accept: 'text/html' };
    const query = 'mutation { rename(id: "x", name: "y") { id } }';

    const sent = await send(`${url}/graphql`, { ...POST, headers }, [JSON.stringify({ query })]);

    expect(sent).toMatchObject({ status: 406, headers: { 'content-type': `${JSON_TYPE}; charset=utf-8` } });
    expect(errorsIn(sent)).toEqual([refusalWith(sent.headers['x-request-id'])]);
    expect(union.requests).toEqual([]);
  });
});

describe('every answer about GraphQL', () => {
  const usual = sharedHub(() => hub());

  test.each([
    ['data', '{"query": "{ __typename }"}', 200],
    ['no JSON', '{', 400],
    ['an error of GraphQL', '{"query": "{"}', 400],
    ['a rule of the hub', '{"query": "{ orgs(first: 30000) { edges { cursor } } }"}', 400],
    ['a body that is too large', 'x'.repeat(2_000_000), 413],
  ])('comes in the media type that the client asked for: %s', async (_, body, status) => {
    const headers = { ...POST.headers, accept: GRAPHQL };

    const sent = await send(`${usual.url}/graphql`, { ...POST, headers }, [body]);

    expect(sent).toMatchObject({ status, headers: { 'content-type': `${GRAPHQL}; charset=utf-8` } });
  });
});
