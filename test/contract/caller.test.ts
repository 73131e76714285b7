import { ANONYMOUS, callerWith } from '../../schema/contract/caller.js';
import { describe, expect, test } from '@jest/globals';

describe('a caller', () => {
  test.each<[string, object, readonly string[]]>([
    ['words between spaces', { scope: ' read  write ' }, ['read', 'write']],
    ['an empty text', { scope: '' }, []],
    ['a list', { scope: ['read', 'write', 3, null] }, ['read', 'write']],
    ['scp where there is no scope', { scp: ['read'] }, ['read']],
    ['scp as words', { scp: 'read write' }, ['read', 'write']],
    ['scope before scp', { scope: 'read', scp: 'admin' }, ['read']],
    ['an empty scope before scp', { scope: '', scp: 'admin' }, []],
    ['anything else', { scope: { read: true } }, []],
    ['nothing', {}, []],
  ])('has the scopes that are written as %s', (_, claims, scopes) => {
    expect([...callerWith({ ...claims }).scopes]).toEqual(scopes);
  });

  test.each<[string, unknown, readonly string[]]>([
    ['a list', ['mfa', 'root'], ['mfa', 'root']],
    ['a list with other things', ['mfa', 1, ['root']], ['mfa']],
    ['words', 'mfa root', []],
    ['an object', { mfa: true }, []],
  ])('has the policies that are written as %s', (_, policies, granted) => {
    expect([...callerWith({ policies }).policies]).toEqual(granted);
  });

  test('does not take rights from what every object has', () => {
    const claims = JSON.parse('{"__proto__":{"scope":"admin","policies":["root"]}}') as Record<
      string,
      unknown
    >;

    const { scopes, policies } = callerWith(claims);

    expect([...scopes, ...policies]).toEqual([]);
  });

  test('cannot be changed, however deep its claims are', () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const claims = JSON.parse(`{"realm":{"roles":["reader"]},"deep":${deep}}`) as Record<string, unknown>;

    const caller = callerWith(claims);

    expect(() => (claims as { realm: { roles: string[] } }).realm.roles.push('admin')).toThrow(TypeError);
    expect(Object.isFrozen(caller)).toBe(true);
  });

  test('who is anonymous has nothing', () => {
    const { isAuthenticated, claims, scopes, policies } = ANONYMOUS;
    expect([isAuthenticated, claims, scopes.size, policies.size]).toEqual([false, {}, 0, 0]);
  });
});
