import { projectPath } from '../../../../schema/contract/project.js';
import type { ReferenceList } from '../../../shared/loading/reference-list.js';
import { AdministrativeParent } from '../administrative-parent.entity.js';
import { AdministrativeUnit } from '../administrative-unit.entity.js';
import { SuccessionEdge } from '../succession-edge.entity.js';
import { edgeRecords } from './edge-records.js';
import { readLists } from './lists.js';
import { parentRecords } from './parent-records.js';
import { unitRecords } from './unit-records.js';

const FILES = ['districts.tsv', 'communes-before-2025.tsv', 'communes-2025.tsv', 'wards-2026.tsv'];

/** All districts of 30 June 2025 and all communes on both sides of the reorganisation, with what followed what. */
export const ADMINISTRATIVE_UNITS: ReferenceList = {
  files: FILES.map((file) => projectPath('subgraphs', 'union', 'territory', 'reference', file)),
  records: (texts) => {
    const lists = readLists(texts);
    return [
      { type: AdministrativeUnit, values: unitRecords(lists) },
      { type: AdministrativeParent, values: parentRecords(lists) },
      { type: SuccessionEdge, values: edgeRecords(lists) },
    ];
  },
};
