// What an error of Amazon S3 says with certainty of the bucket: the setting that it names as the reason. (AWS pages: "Troubleshoot access denied (403 Forbidden) errors in Amazon S3", "Troubleshooting" of Object Ownership)

const publicAccess = /\bby the (BlockPublicAcls|BlockPublicPolicy)\b/i;

/** AWS's spelling of the setting. */
const named = { blockpublicacls: 'BlockPublicAcls', blockpublicpolicy: 'BlockPublicPolicy' } as const;

/** The reason Amazon S3 names, or that it names none. */
export function settingInText(service: string, text: string): string | undefined {
  if (service !== 's3') return undefined;
  const setting = publicAccess.exec(text)?.[1]?.toLowerCase();
  if (setting === 'blockpublicacls' || setting === 'blockpublicpolicy') return named[setting];
  return /\bobject protected by object lock\b/i.test(text) ? 'ObjectLock' : 'none';
}

/** Only a bucket without ACLs answers so. */
export const settingOfCode = (code: string): string | undefined =>
  /(?:^|\.)AccessControlListNotSupported$/.test(code) ? 'BucketOwnerEnforced' : undefined;
