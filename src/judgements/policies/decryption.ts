import { allowsActionOnAnyResource } from '../../iam/document.ts';
import type { Judgement } from '../../iam/document.ts';

const none: Judgement = { answer: 'no', statements: [], conditions: {} };

/** Whether a document allows kms:Decrypt or kms:ReEncryptFrom with keys it does not name. */
export function allowsDecryption(document: unknown): Judgement {
  const judgements = ['kms:Decrypt', 'kms:ReEncryptFrom'].map((action) => allowsActionOnAnyResource(document, action));
  return (
    judgements.find(({ answer }) => answer === 'yes') ?? judgements.find(({ answer }) => answer === 'possible') ?? none
  );
}
