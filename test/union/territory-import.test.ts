import type { NewLists, OldLists } from '../../subgraphs/union/territory/reference/import/packages.js';
import { reorganisation } from '../../subgraphs/union/territory/reference/import/reorganisation.js';
import { describe, expect, test } from '@jest/globals';

/** A row of the mapping: `old code, old name, district > new name`. */
function mapped(code: string, name: string, into: string): NewLists['mappings'][number] {
  return {
    old_ward_code: code,
    old_ward_name: name,
    old_district_name: 'Huyện Một',
    old_province_name: 'Tỉnh Thử',
    new_ward_name: into,
    new_province_name: 'Thử',
  };
}

function lists(mappings: NewLists['mappings'], wards: Readonly<Record<string, string>>): NewLists {
  return {
    provinces: [{ province_code: '09', name: 'Thử' }],
    wards: Object.entries(wards).map(([ward_code, name]) => ({ ward_code, name, province_code: '09' })),
    mappings,
  };
}

const OLD: OldLists = {
  districts: [
    { idDistrict: '901', idProvince: '09', name: 'Huyện Tên Cũ' },
    { idDistrict: '902', idProvince: '09', name: 'Huyện Đảo' },
  ],
  communes: ['90001', '90002', '90003'].map((idCommune, index) => ({
    idCommune,
    idDistrict: '901',
    name: `Xã ${['An', 'Bình', 'Ia Quên'][index]}`,
  })),
};

describe('the import of the administrative units', () => {
  test('keeps a unit that alone went into one of the same name, however its tone is placed', () => {
    const { before } = reorganisation(
      lists([mapped('90001', 'Xã Hoà', 'Xã Hòa')], { '90001': 'Xã Hòa' }),
      OLD,
    );
    expect(before).toMatchObject([{ code: '90001', step: 'KEPT', into: ['90001'] }]);
  });

  test('merges units of which several went into one, also that which gave it its name', () => {
    const rows = [mapped('90001', 'Xã An', 'Xã An'), mapped('90002', 'Xã Bình', 'Xã An')];
    const { before } = reorganisation(lists(rows, { '90001': 'Xã An' }), OLD);
    expect(before.map(({ step, into }) => [step, ...into])).toEqual([
      ['MERGED_INTO', '90001'],
      ['MERGED_INTO', '90001'],
    ]);
  });

  test('adds a successor for a row without an old code whose name a unit has', () => {
    const rows = [mapped('90001', 'Xã An', 'Xã Một'), mapped('', 'xã An', 'Xã Hai')];
    const { before } = reorganisation(lists(rows, { '90001': 'Xã Một', '90002': 'Xã Hai' }), OLD);
    expect(before).toMatchObject([{ step: 'PART_MERGED_INTO', into: ['90001', '90002'] }]);
  });

  test('invents no unit for a row without an old code whose name no unit had any more', () => {
    const rows = [mapped('90001', 'Xã An', 'Xã Một'), mapped('', 'Xã Đã Thôi', 'Xã Một')];
    const { before } = reorganisation(lists(rows, { '90001': 'Xã Một' }), OLD);
    expect(before.map(({ name }) => name)).toEqual(['Xã An']);
  });

  test('takes a unit that the mapping forgot from the older list, with the code it had', () => {
    const after = { '90001': 'Xã An', '99999': 'Xã Ia Quên' };
    const found = reorganisation(lists([mapped('90001', 'Xã An', 'Xã An')], after), OLD);
    expect(found.before[1]).toMatchObject({ code: '90003', district: '901', step: 'KEPT', into: ['90003'] });
    expect(found.after.map(({ code }) => code)).toEqual(['90001', '90003']);
  });

  test('names a district as the mapping does, under the code where its communes were', () => {
    const { districts } = reorganisation(
      lists([mapped('90001', 'Xã An', 'Xã An')], { '90001': 'Xã An' }),
      OLD,
    );
    expect(districts[0]).toEqual({ code: '901', name: 'Huyện Một', province: '09', into: '' });
  });

  test('lets a district without communes go into the special zone of its name', () => {
    const after = { '90001': 'Xã An', '90009': 'Đặc khu Đảo' };
    const { districts } = reorganisation(lists([mapped('90001', 'Xã An', 'Xã An')], after), OLD);
    expect(districts[1]).toEqual({ code: '902', name: 'Huyện Đảo', province: '09', into: '90009' });
  });
});
