import type { Api } from '../../aws/api.ts';

/** Until when the CA of a server certificate is valid, as the region lists it; undefined where it is not listed. */
export async function authorityOf(
  api: Api<typeof import('@aws-sdk/client-rds'), 'DescribeCertificates'>,
  authority: string | undefined,
): Promise<{ readonly validTill: string | undefined }> {
  const listed = await api.once('certificates', async () => {
    const found: { readonly id: string; readonly validTill: string | undefined }[] = [];
    for await (const { Certificates } of api.pages('DescribeCertificates', { MaxRecords: 100 }))
      for (const { CertificateIdentifier: id, ValidTill } of Certificates ?? [])
        if (id !== undefined) found.push({ id, validTill: ValidTill?.toISOString() });
    return found;
  });
  return { validTill: listed.find(({ id }) => id === authority)?.validTill };
}
