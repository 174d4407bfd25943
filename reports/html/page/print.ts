import { paperOf } from './assurance/paper.ts';
import type { Report } from './report.ts';

/**
 * Paper gets the Assurance document, whatever the window shows: the list has only the rows in the window. It is made when
 * printing begins, and is gone afterwards.
 */
export function printing(report: Report): void {
  let paper: HTMLElement | undefined;
  const begin = (): void => {
    if (paper !== undefined) return;
    paper = paperOf(report);
    document.body.append(paper);
  };
  const end = (): void => {
    paper?.remove();
    paper = undefined;
  };
  addEventListener('beforeprint', begin);
  addEventListener('afterprint', end);
}
