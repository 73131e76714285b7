import type { SymbolForm } from '../../../subgraphs/coordination/document/symbol/symbol.js';
import type { DocumentType } from '../../../subgraphs/coordination/document/symbol/types.js';

/** What a symbol of the sources must be read as. */
export interface SymbolCase {
  readonly symbol: string;
  readonly form: SymbolForm;
  readonly typeCode: string | null;
  readonly documentTypes: readonly DocumentType[];
  readonly issuers: readonly string[];
  readonly unit: string | null;
}

type Row = readonly [symbol: string, typeCode: string | null, types: string, issuers: string, unit?: string];

/** Every symbol that the sources and the laws behind them name, by form. */
const ROWS: Readonly<Record<SymbolForm, readonly Row[]>> = {
  NORMATIVE: [
    ['06/2014/NĐ-CP', 'NĐ', 'DECREE', 'CP'],
    ['98/2023/NĐ-CP', 'NĐ', 'DECREE', 'CP'],
    ['152/2025/NĐ-CP', 'NĐ', 'DECREE', 'CP'],
    ['356/2025/NĐ-CP', 'NĐ', 'DECREE', 'CP'],
    ['13/2023/NĐ-CP', 'NĐ', 'DECREE', 'CP'],
    ['278/2025/NĐ-CP', 'NĐ', 'DECREE', 'CP'],
    ['47/2020/NĐ-CP', 'NĐ', 'DECREE', 'CP'],
    ['30/2020/NĐ-CP', 'NĐ', 'DECREE', 'CP'],
    ['124/2021/TT-BCA', 'TT', 'CIRCULAR', 'BCA'],
    ['48/2025/TT-BCA', 'TT', 'CIRCULAR', 'BCA'],
    ['20/2025/TT-BCA', 'TT', 'CIRCULAR', 'BCA'],
  ],
  ASSEMBLY: [
    ['06/2022/QH15', null, 'LAW RESOLUTION', 'QH15'],
    ['15/2003/QH11', null, 'LAW RESOLUTION', 'QH11'],
    ['50/2024/QH15', null, 'LAW RESOLUTION', 'QH15'],
    ['97/2025/QH15', null, 'LAW RESOLUTION', 'QH15'],
    ['91/2025/QH15', null, 'LAW RESOLUTION', 'QH15'],
    ['117/2025/QH15', null, 'LAW RESOLUTION', 'QH15'],
    ['29/2018/QH14', null, 'LAW RESOLUTION', 'QH14'],
    ['60/2024/QH15', null, 'LAW RESOLUTION', 'QH15'],
    ['80/2015/QH13', null, 'LAW RESOLUTION', 'QH13'],
    ['02/2020/UBTVQH14', null, 'ORDINANCE RESOLUTION', 'UBTVQH14'],
    ['938/NQ-UBTVQH15', 'NQ', 'RESOLUTION', 'UBTVQH15'],
  ],
  PARTY: [
    ['44-KL/TW', 'KL', 'CONCLUSION', 'TW'],
    ['13-KL/TW', 'KL', 'CONCLUSION', 'TW'],
    ['15-KL/TW', 'KL', 'CONCLUSION', 'TW'],
    ['09-CT/TW', 'CT', 'DIRECTIVE', 'TW'],
    ['48-CT/TW', 'CT', 'DIRECTIVE', 'TW'],
    ['46-CT/TW', 'CT', 'DIRECTIVE', 'TW'],
    ['51-NQ/TW', 'NQ', 'RESOLUTION', 'TW'],
    ['36-KH/TU', 'KH', 'PLAN', 'TU'],
    ['159-NQ/TU', 'NQ', 'RESOLUTION', 'TU'],
    ['153-NQ/TU', 'NQ', 'RESOLUTION', 'TU'],
  ],
  STATE: [
    ['36/KH-BCĐ', 'KH', 'PLAN', 'BCĐ'],
    ['1944/QĐ-TTg', 'QĐ', 'DECISION', 'TTg'],
    ['12/CT-UBND', 'CT', 'DIRECTIVE', 'UBND'],
    ['168/KH-LĐLĐ', 'KH', 'PLAN', 'LĐLĐ'],
    ['215/KH-LĐLĐ', 'KH', 'PLAN', 'LĐLĐ'],
    ['229/KH-LĐLĐ', 'KH', 'PLAN', 'LĐLĐ'],
    ['272/KH-LĐLĐ', 'KH', 'PLAN', 'LĐLĐ'],
    ['201/ĐA-UBND', 'ĐA', 'SCHEME', 'UBND'],
    ['03/QCPH-BCA-TLĐ', 'QCPH', 'COORDINATION_REGULATION', 'BCA TLĐ'],
    ['03/QC-BCA-TLĐLĐ', 'QC', 'REGULATION', 'BCA TLĐLĐ'],
    ['09/CTr-BCA-MTTQ', 'CTr', 'PROGRAMME', 'BCA MTTQ'],
    ['1689/QĐ-TLĐ', 'QĐ', 'DECISION', 'TLĐ'],
    ['999/QĐ-TLĐ', 'QĐ', 'DECISION', 'TLĐ'],
  ],
  LETTER: [['4173/TLĐ-ToC', null, 'OFFICIAL_LETTER', 'TLĐ', 'ToC']],
  IRREGULAR: [['201-ĐA/UBND', 'ĐA', 'SCHEME', 'UBND']],
  INCOMPLETE: [['/BC-LĐLĐ', 'BC', 'REPORT', 'LĐLĐ']],
};

/** All of them, as cases for a table test. */
export const SOURCE_SYMBOLS: readonly SymbolCase[] = (Object.keys(ROWS) as SymbolForm[]).flatMap((form) =>
  ROWS[form].map((row) => caseOf(form, row)),
);

function caseOf(form: SymbolForm, [symbol, typeCode, types, issuers, unit]: Row): SymbolCase {
  const documentTypes = types.split(' ') as readonly DocumentType[];
  return { symbol, form, typeCode, documentTypes, issuers: issuers.split(' '), unit: unit ?? null };
}
