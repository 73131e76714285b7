import { text } from '../../../../schema/contract/text.js';

/**
 * What a document can be, by its Vietnamese and its English name.
 *
 * Source: domain guide, section 5; behind it Law 80/2015/QH13, article 4 (normative) and Decree 30/2020/NĐ-CP, annex III
 * (administrative), not checked against their texts.
 */
export const DOCUMENT_TYPES = {
  LAW: text('luật', 'law'),
  ORDINANCE: text('pháp lệnh', 'ordinance'),
  ORDER: text('lệnh', 'order'),
  RESOLUTION: text('nghị quyết', 'resolution'),
  JOINT_RESOLUTION: text('nghị quyết liên tịch', 'joint resolution'),
  DECREE: text('nghị định', 'decree'),
  DECISION: text('quyết định', 'decision'),
  CIRCULAR: text('thông tư', 'circular'),
  JOINT_CIRCULAR: text('thông tư liên tịch', 'joint circular'),
  DIRECTIVE: text('chỉ thị', 'directive'),
  REGULATION: text('quy chế', 'regulation'),
  RULE: text('quy định', 'rule'),
  NOTICE: text('thông báo', 'notice'),
  COMMUNIQUE: text('thông cáo', 'communiqué'),
  GUIDANCE: text('hướng dẫn', 'guidance'),
  PROGRAMME: text('chương trình', 'programme'),
  PLAN: text('kế hoạch', 'plan'),
  OPTION_PAPER: text('phương án', 'option paper'),
  SCHEME: text('đề án', 'scheme'),
  PROJECT: text('dự án', 'project'),
  REPORT: text('báo cáo', 'report'),
  MINUTES: text('biên bản', 'minutes'),
  SUBMISSION: text('tờ trình', 'submission'),
  TELEGRAM: text('công điện', 'telegram'),
  MEMORANDUM: text('bản ghi nhớ', 'memorandum'),
  WRITTEN_AGREEMENT: text('bản thỏa thuận', 'written agreement'),
  OFFICIAL_LETTER: text('công văn', 'official letter'),
  COORDINATION_REGULATION: text('quy chế phối hợp', 'coordination regulation'),
  COORDINATION_PROGRAMME: text('chương trình phối hợp', 'coordination programme'),
  COORDINATION_PLAN: text('kế hoạch phối hợp', 'coordination plan'),
  CONCLUSION: text('kết luận', 'conclusion'),
  PARTY_CIRCULAR: text('thông tri', 'Party circular'),
  UNION_CIRCULAR: text('thông tri của công đoàn (cũ)', 'old union circular'),
} as const;

/** A kind of document; see {@link DOCUMENT_TYPES}. */
export type DocumentType = keyof typeof DOCUMENT_TYPES;

/** The three lists of type codes; the same code may mean different things in each. */
export type TypeFamily = 'NORMATIVE' | 'STATE' | 'PARTY';

/** What each code of a family can stand for. Several readings: the symbol alone does not tell which one. */
export type TypeCodes = Readonly<Record<string, readonly DocumentType[]>>;

/** Types of legal normative documents. Source: domain guide, section 5. */
const NORMATIVE: TypeCodes = {
  NĐ: ['DECREE'],
  TT: ['CIRCULAR'],
  TTLT: ['JOINT_CIRCULAR'],
  NQLT: ['JOINT_RESOLUTION'],
  QĐ: ['DECISION'],
  NQ: ['RESOLUTION'],
  L: ['ORDER'],
  PL: ['ORDINANCE'],
};

/**
 * Types of administrative documents, then the coordination ones.
 *
 * TTr is a submission or an old union circular; CĐ a telegram, or the word for union in a letter without a type.
 * Source: domain guide, section 5.
 */
const STATE: TypeCodes = {
  NQ: ['RESOLUTION'],
  QĐ: ['DECISION'],
  CT: ['DIRECTIVE'],
  QC: ['REGULATION'],
  QyĐ: ['RULE'],
  TB: ['NOTICE'],
  TC: ['COMMUNIQUE'],
  HD: ['GUIDANCE'],
  CTr: ['PROGRAMME'],
  KH: ['PLAN'],
  PA: ['OPTION_PAPER'],
  ĐA: ['SCHEME'],
  DA: ['PROJECT'],
  BC: ['REPORT'],
  BB: ['MINUTES'],
  TTr: ['SUBMISSION', 'UNION_CIRCULAR'],
  CĐ: ['TELEGRAM', 'OFFICIAL_LETTER'],
  BGN: ['MEMORANDUM'],
  BTT: ['WRITTEN_AGREEMENT'],
  QCPH: ['COORDINATION_REGULATION'],
  CTPH: ['COORDINATION_PROGRAMME'],
  KHPH: ['COORDINATION_PLAN'],
};

/** Types of Party documents; QĐ is a decision or a rule. Source: domain guide, section 5. */
const PARTY: TypeCodes = {
  NQ: ['RESOLUTION'],
  CT: ['DIRECTIVE'],
  KL: ['CONCLUSION'],
  QĐ: ['DECISION', 'RULE'],
  QC: ['REGULATION'],
  HD: ['GUIDANCE'],
  KH: ['PLAN'],
  CTr: ['PROGRAMME'],
  BC: ['REPORT'],
  TB: ['NOTICE'],
  TTr: ['SUBMISSION'],
  CV: ['OFFICIAL_LETTER'],
  TT: ['PARTY_CIRCULAR'],
};

/** Type codes in their canonical letter case, by family. */
export const TYPE_CODES: Readonly<Record<TypeFamily, TypeCodes>> = { NORMATIVE, STATE, PARTY };
