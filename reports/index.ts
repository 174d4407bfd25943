import type { Reporter } from '../src/engine/reporter.ts';

export type { Reporter, ReportOptions } from '../src/engine/reporter.ts';

interface Format {
  readonly extension: string;
  /** One line for `--help`. */
  readonly describe: string;
  /** Imports the format's code, which is not needed before. */
  load(): Promise<Reporter>;
}

/** Every report format by the name `--format` takes. */
export const formats = {
  table: {
    extension: 'txt',
    describe: 'for reading in a terminal',
    load: async () => (await import('./table/table.ts')).table,
  },
  json: {
    extension: 'json',
    describe: 'the whole result as one document',
    load: async () => (await import('./json.ts')).json,
  },
  ndjson: {
    extension: 'ndjson',
    describe: 'one JSON object a line: run, findings, checks, suppressions, coverage, summary',
    load: async () => (await import('./ndjson.ts')).ndjson,
  },
  markdown: {
    extension: 'md',
    describe: 'for pull requests, wikis and step summaries',
    load: async () => (await import('./markdown/markdown.ts')).markdown,
  },
  html: {
    extension: 'html',
    describe: 'one self-contained page that needs no network',
    load: async () => (await import('./html/html.ts')).html,
  },
  pdf: {
    extension: 'pdf',
    describe: 'the Assurance document of the HTML report, printed by a Chromium that is installed',
    // A browser makes the PDF of it: see src/cli/pdf.ts.
    load: async () => (await import('./pdf/pdf.ts')).pdf,
  },
  'requirements-csv': {
    extension: 'requirements.csv',
    describe: 'a line for each requirement, for a spreadsheet',
    load: async () => (await import('./csv.ts')).requirementsCsv,
  },
  'findings-csv': {
    extension: 'findings.csv',
    describe: 'a line for each finding',
    load: async () => (await import('./csv.ts')).findingsCsv,
  },
  'populations-csv': {
    extension: 'populations.csv',
    describe: 'a line for each list: what was listed where, how and when',
    load: async () => (await import('./csv.ts')).populationsCsv,
  },
  sarif: {
    extension: 'sarif',
    describe: "for GitHub's code scanning and what else reads SARIF 2.1.0",
    load: async () => (await import('./export/sarif.ts')).sarif,
  },
  junit: {
    extension: 'junit.xml',
    describe: 'for the test reports of Jenkins, GitLab and Azure DevOps',
    load: async () => (await import('./export/junit.ts')).junit,
  },
  github: {
    extension: 'github.txt',
    describe: 'annotations of a GitHub workflow, with its step summary',
    load: async () => (await import('./export/github.ts')).github,
  },
  gitlab: {
    extension: 'codequality.json',
    describe: "GitLab's Code Quality report",
    load: async () => (await import('./export/gitlab.ts')).gitlab,
  },
  asff: {
    extension: 'asff.json',
    describe: "AWS's Security Finding Format, for Security Hub",
    load: async () => (await import('./export/asff.ts')).asff,
  },
  ocsf: {
    extension: 'ocsf.json',
    describe: 'Compliance Findings of OCSF',
    load: async () => (await import('./export/ocsf.ts')).ocsf,
  },
  'ocsf-parquet': {
    extension: 'parquet',
    describe: 'the same in Parquet, for Security Lake',
    load: async () => (await import('./export/ocsf-parquet.ts')).ocsfParquet,
  },
  oscal: {
    extension: 'oscal.json',
    describe: 'assessment results of OSCAL',
    load: async () => (await import('./export/oscal.ts')).oscal,
  },
  hdf: {
    extension: 'hdf.json',
    describe: "Heimdall's Data Format",
    load: async () => (await import('./export/hdf.ts')).hdf,
  },
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly FormatName[];

interface FormatSet {
  readonly extension: string;
  /** What it is where there is room for one file: standard output, or a file that is named. */
  readonly alone: FormatName;
  /** What it is in a folder, where frameworks were asked for; without any it is one file there too. */
  readonly names: readonly FormatName[];
}

/** Names that stand for one format or for several, by where they go. */
export const formatSets: Readonly<Record<string, FormatSet>> = {
  csv: {
    extension: 'csv',
    alone: 'findings-csv',
    names: ['findings-csv', 'requirements-csv', 'populations-csv'],
  },
};

/**
 * The formats that a name stands for; itself where it is no set.
 * @param several whether there is room for several files
 * @param frameworks whether the result is held against any
 */
export function formatsMeant(name: string, several: boolean, frameworks: boolean): readonly string[] {
  const set = Object.hasOwn(formatSets, name) ? formatSets[name] : undefined;
  if (set === undefined) return [name];
  return several && frameworks ? set.names : [set.alone];
}

export const isFormatName = (name: string): name is FormatName => Object.hasOwn(formats, name);

/** The formats of this program and those that packs add. @param added none of which may be called as one that is there */
export const formatsWith = (added: readonly Reporter[]): Readonly<Record<string, Omit<Format, 'describe'>>> => ({
  ...formats,
  ...Object.fromEntries(
    added.map((reporter) => [reporter.name, { extension: reporter.extension, load: () => Promise.resolve(reporter) }]),
  ),
});
