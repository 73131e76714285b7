/** What a text that is taken for more than text would leave in the page. */
export const LIVE = [
  'img:not(.brand img)',
  'script:not([src^="/assets/"])',
  'svg[onload]',
  'iframe',
  'a[href^="javascript:"]',
  'a[href*="evil"]',
  'a[data-href]',
  '[onerror]',
].join(',');
