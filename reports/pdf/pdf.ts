import type { Reporter } from '../../src/engine/reporter.ts';
import { html } from '../html/html.ts';

/** What a browser makes a PDF of: the HTML report, whose Assurance document is what paper shows. */
export const pdf: Reporter = { ...html, name: 'pdf', extension: 'pdf' };
