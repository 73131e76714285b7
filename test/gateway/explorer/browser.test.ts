import { describeInBrowser } from './browser.js';
import { everyday } from './in-browser/everyday.js';
import { offices } from './in-browser/offices.js';
import { reach } from './in-browser/reach.js';
import { safety } from './in-browser/safety.js';
import { streams } from './in-browser/streams.js';
import { troubles } from './in-browser/troubles.js';

describeInBrowser('the sandbox', {
  'on a day like any other': everyday,
  'in an office, on trial': offices,
  'on other screens, and without a mouse': reach,
  'fed with hostile text and secrets': safety,
  'with answers that come bit by bit': streams,
  'when something is wrong': troubles,
});
