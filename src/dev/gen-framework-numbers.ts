/** Of NIST 800-53: `ac_2_1` is AC-2(1), `ac_2_12_a` AC-2(12)(a), `ac_2_d_1` AC-2d.1, `cp_1_a_1_b` CP-1a.1.(b). */
function control(parts: readonly string[]): string {
  const [family = '', number = '', ...rest] = parts;
  const base = `${family.toUpperCase()}-${number}`;
  if (/^\d/.test(rest[0] ?? '')) return base + rest.map((part) => `(${part})`).join('');
  const [letter = '', ...below] = rest;
  return base + letter + below.map((part) => (/^\d/.test(part) ? `.${part}` : `.(${part})`)).join('');
}

/** The same where the last parts may be several of one kind: `au-2-a-d` is AU-2(a)(d). */
const several = ([family = '', number = '', ...rest]: readonly string[]): string =>
  `${family.toUpperCase()}-${number}${rest.map((part) => `(${part})`).join('')}`;

/** Of the Code of Federal Regulations: `164_308_a_1_ii_a` is 164.308(a)(1)(ii)(A). */
function paragraph([part = '', section = '', ...below]: readonly string[]): string {
  return `${part}.${section}${below.map((one, depth) => `(${depth === 3 ? one.toUpperCase() : one})`).join('')}`;
}

const categories: Readonly<Record<string, string>> = {
  ae: 'DE.AE',
  cm: 'DE.CM',
  // So the catalogue calls them, as other tools do.
  cp: 'DE.DP',
  am: 'ID.AM',
  be: 'ID.BE',
  ra: 'ID.RA',
  sc: 'ID.SC',
  ac: 'PR.AC',
  ds: 'PR.DS',
  ip: 'PR.IP',
  ma: 'PR.MA',
  pt: 'PR.PT',
  an: 'RS.AN',
  mi: 'RS.MI',
  rp: 'RS.RP',
  rc_rp: 'RC.RP',
};

/** Of the Cybersecurity Framework 1.1: `am_1` is ID.AM-1. */
function subcategory(id: string): string {
  const at = id.lastIndexOf('_');
  return `${categories[id.slice(0, at)] ?? id.slice(0, at)}-${id.slice(at + 1)}`;
}

const underscores = (id: string): readonly string[] => id.split('_');

/** How ids of the catalogue become the numbers of their source, where they differ. */
const rules: Readonly<Record<string, (id: string) => string>> = {
  // The last part counts what other tools check of the requirement.
  'pci_4.0': (id) => id.slice(0, id.lastIndexOf('.')),
  hipaa: (id) => paragraph(underscores(id)),
  nist_800_53_revision_4: (id) => control(underscores(id)),
  nist_800_53_revision_5: (id) => control(underscores(id)),
  fedramp_low_revision_4: (id) => several(id.split('-')),
  fedramp_moderate_revision_4: (id) => several(id.split('-')),
  nist_800_171_revision_2: (id) => underscores(id).join('.'),
  'nist_csf_1.1': subcategory,
  gdpr: (id) => id.replace('article_', 'Article '),
  soc2: (id) => {
    const parts = underscores(id);
    // Those of availability and confidentiality have the common criteria's letters before their own.
    const [series = '', ...numbers] = parts[0] === 'cc' && /^[a-z]$/.test(parts[1] ?? '') ? parts.slice(1) : parts;
    return `${series.toUpperCase()}${numbers.join('.')}`;
  },
  ffiec: (id) => id.toUpperCase().replaceAll('-', '.'),
  rbi_cyber_security_framework: (id) => `Annex I ${underscores(id).slice(2).join('.')}`,
  gxp_21_cfr_part_11: (id) => id.replace(/-(\w)$/, '($1)'),
  dora_2022_2554: (id) => id.replace('DORA-Art', 'Article '),
};

/** The number that the source of a framework gives to a requirement. @param id of the catalogue */
export const numberOf = (key: string, id: string): string => rules[key]?.(id) ?? id;
