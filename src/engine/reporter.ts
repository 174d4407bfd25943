import type { Status } from './finding.ts';
import type { AnyResult } from './result.ts';

export const groupings = ['resource', 'check', 'service', 'region', 'cause'] as const;
export type GroupBy = (typeof groupings)[number];

/** Whose way of laying the result out. */
export const layouts = ['trusted-advisor', 'exposed'] as const;
export type Layout = (typeof layouts)[number];

/** What a report for reading shows; one screen of the most important where nothing is asked for. */
export interface View {
  readonly details?: boolean | undefined;
  readonly groupBy?: GroupBy | undefined;
  readonly layout?: Layout | undefined;
  /** Findings of these alone. */
  readonly only?: readonly Status[] | undefined;
  /** So many causes or groups. */
  readonly top?: number | undefined;
}

/**
 * The versions whose Compliance Findings have all that reports write, the one that most read first: Security Hub reads 1.6
 * (https://docs.aws.amazon.com/securityhub/latest/userguide/ocsf-findings.html). They differ in what else may be there.
 */
export const ocsfVersions = ['1.6', '1.5', '1.7', '1.8'] as const;

/** How a report may look; what it says depends on the run's result alone. */
export interface ReportOptions {
  /** Columns of the terminal. Formats that are not for terminals ignore it. */
  readonly width?: number | undefined;
  /** Whether ANSI colours may be used. Off unless asked for: piped output and NO_COLOR stay plain. */
  readonly colour?: boolean | undefined;
  /** The code the process is going to exit with, why, and what to do about it, when the caller knows it. */
  readonly exit?: { readonly code: number; readonly reason: string; readonly hint?: string } | undefined;
  readonly view?: View | undefined;
  /** What changed since when, in words: a line that begins with `Since`. */
  readonly since?: string | undefined;
  /** Version of OCSF, such as `1.6`, of formats that are made of it; the one that most read where none is asked for. */
  readonly ocsfVersion?: string | undefined;
  /** Whether CSV begins with a byte order mark, by which Excel knows UTF-8. */
  readonly csvBom?: boolean | undefined;
  /** How many bytes Markdown may have; what a step's summary of GitHub has room for where nothing is asked. */
  readonly markdownSize?: number | undefined;
  /** What other tools call a check, for those who search by it. */
  readonly elsewhere?: ((check: string) => readonly string[]) | undefined;
}

/** Writes a run's result in one format. Pure: the same result and options give the same text. */
export interface Reporter {
  readonly name: string;
  /** Of a file in this format, without the dot. */
  readonly extension: string;
  /** The report piece by piece (a line, a finding), so that it can be written while it is made. */
  render(result: AnyResult, options: ReportOptions): Iterable<string>;
  /** The report in as many files as its readers need, where one may be too large for them. */
  files?(result: AnyResult, options: ReportOptions): Iterable<Iterable<string>>;
  /** The report of a format that is no text, instead of `render`. */
  bytes?(result: AnyResult, options: ReportOptions): Uint8Array;
}
