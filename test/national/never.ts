/** What is never so of a seeded nation: the agency in whose database it would be, and what finds it. */
export const NEVER = [
  [
    'recognition',
    'a recipient without its consent, or an individual of whom none is needed',
    `select from recipient r where (select (c.state = 'NOT_REQUIRED') <> (r.kind = 'INDIVIDUAL')
       from consent c where c.recipient_key = r.key) is not true`,
  ],
  [
    'recognition',
    'a name without consent, or consent without a name',
    `select from consent c where (c.state = 'GRANTED')
       <> exists (select from personal_text t where t.recipient_key = c.recipient_key)`,
  ],
  ['recognition', 'a name that is not marked', `select from personal_text where text not like '%(mô phỏng)'`],
  [
    'recognition',
    'a batch that counts less than was recognised',
    `select from recognition_batch b
     where (b.count ->> 'value')::int < (select count(*) from recognition r where r.batch_key = b.key)`,
  ],
  [
    'recognition',
    'a standard met by a small enterprise',
    `select from standard_recognition where subject_class not in ('MEDIUM_ENTERPRISE', 'LARGE_ENTERPRISE')`,
  ],
  [
    'union',
    'a case whose main claim is not claimed',
    `select from labour_dispute_case d
     where not exists (select from claim c where c.dispute_case_key = d.key and c.kind = d.main_claim)`,
  ],
  [
    'union',
    'a case of which it is known what resolved it, and not what became of a claim',
    `select from labour_dispute_case d join claim c on c.dispute_case_key = d.key
     where (d.resolution is null) <> (c.outcome = 'PENDING')`,
  ],
  [
    'union',
    'a case in another province than its enterprise, or before it',
    `select from labour_dispute_case d join enterprise e on e.key = d.enterprise_key
     where d.started_on < e.valid_from or not exists (select from administrative_parent p
       where p.child_key = e.unit_key and p.parent_key = d.province_key and p.valid_to is null)`,
  ],
  [
    'coordination',
    'a report from before the end of its month, or by somebody else',
    `select from reporting_obligation o join document r on r.key = o.report_key
     where r.issued_on ->> 'value' <= o.period ->> 'to' or r.issued_on ->> 'value' > o.received_on::text
       or not r.issuers @> array[o.reporter]`,
  ],
] as const;
