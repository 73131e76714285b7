import { unitId } from './a-union.js';
import { SOURCE } from './an-office.js';
import { FEDERATION } from './an-organization.js';

/** What is reported of every figure about Bắc Ninh. */
export const aFigure = (more: object = {}) => ({
  organization: FEDERATION,
  unit: unitId('bac-ninh-2025'),
  asOf: '2026-06',
  quantity: { value: 650_000, comparator: 'ABOUT', unit: 'persons', text: 'khoảng 650.000' },
  source: SOURCE,
  ...more,
});

/** What is reported of its members. */
export const aMembership = (more: object = {}) => aFigure({ metric: 'MEMBERS', ...more });

/** The membership figures of a union. */
export const FIGURES = `query ($union: ID!, $state: StatisticState, $day: LocalDate, $known: LocalDate) {
  membershipStatistics(organization: $union, state: $state, asOf: $day, asKnownOn: $known) {
    nodes { id state quantity { value } provenance { quote } } } }`;
