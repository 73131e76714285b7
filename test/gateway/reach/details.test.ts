import { expect, test } from '@jest/globals';
import { toldDetails } from '../../../gateway/reach/details.js';

test.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf'])(
  'a detail that is called as what every object has is not passed on: %s',
  (name) => {
    const details = JSON.parse(`{"code":"NOT_FOUND","${name}":1}`) as Readonly<Record<string, unknown>>;

    expect(Object.keys(toldDetails(details))).toEqual(['code']);
  },
);

test.each(['query', 'sql', 'cause', 'file', 'stack', 'exception'])(
  'what servers tell those who write them is not passed on: %s',
  (name) => {
    expect(toldDetails({ code: 'NOT_FOUND', [name]: 'select * from worker' })).toEqual({ code: 'NOT_FOUND' });
  },
);
