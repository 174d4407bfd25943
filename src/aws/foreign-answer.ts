/**
 * Raised for a refusal that no AWS service wrote: the page of a proxy or a firewall on the way. It is no denial of AWS, and
 * says nothing of credentials.
 */
export class ForeignAnswer extends Error {
  readonly $metadata: { readonly httpStatusCode: number };

  constructor(status: number, what: string) {
    super(foreignWords(status, what));
    this.name = 'ForeignAnswer';
    this.$metadata = { httpStatusCode: status };
  }
}

/** @throws ForeignAnswer for a refusal that is a page */
export function assertNoPage({ statusCode, body }: { readonly statusCode: number; readonly body: Uint8Array }): void {
  if (statusCode >= 300 && isPage(body)) throw new ForeignAnswer(statusCode, 'an HTML page');
}

/** What is said of an answer that no AWS service wrote. */
export const foreignWords = (status: number, what: string): string =>
  `HTTP ${status} with ${what}: a proxy or firewall?`;

/** Whether a body is a page for people: a browser takes for one what begins so (https://mimesniff.spec.whatwg.org/#identifying-a-resource-with-an-unknown-mime-type). */
export function isPage(body: Uint8Array): boolean {
  const { buffer, byteOffset, length } = body;
  const head = Buffer.from(buffer, byteOffset, Math.min(length, 2000)).toString('latin1');
  return /^(?:\u00ef\u00bb\u00bf)?(?:\s|<!--[^]*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body)\b/i.test(head);
}
