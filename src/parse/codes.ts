// Says what class of error a code belongs to, and which service alone uses it. The message outranks the code.
import type { DenialClass } from '../model/denial.ts';

/** Codes that name their class beyond doubt, so that the bare word is evidence. */
const namedCodes = {
  authorization: [
    'AccessDenied',
    'AccessDeniedException',
    'AccessDeniedFault',
    'AccessDeniedForDependencyException',
    'AllAccessDisabled',
    'AuthorizationError',
    'AuthorizationErrorException',
    'EC2AccessDeniedException',
    'EncryptionKeyAccessDeniedException',
    'InsufficientPrivilegesException',
    'KMSAccessDeniedException',
    'KMSAccessDeniedFault',
    'NotAuthorizedException',
    'OperationNotAuthorizedException',
    'ResourceAccessDeniedException',
    'UnauthorizedAccess',
    'UnauthorizedException',
    'UnauthorizedOperation',
    'UnauthorizedTaggingOperation',
    'VpceAccessDenied',
  ],
  credentials: [
    'AuthFailure',
    'AuthTokenExpired',
    'CredentialsError',
    'CredentialsProviderError',
    'ExpiredToken',
    'ExpiredTokenException',
    'IDPCommunicationError',
    'IDPRejectedClaim',
    'IncompleteSignature',
    'IncompleteSignatureException',
    'InvalidAccessKeyId',
    'InvalidClientTokenId',
    'InvalidGrantException',
    'InvalidIdentityToken',
    'InvalidIdentityTokenException',
    'InvalidSignatureException',
    'MissingAuthenticationToken',
    'MissingAuthenticationTokenException',
    'NoCredentialProviders',
    'NoCredentialsError',
    'PartialCredentialsError',
    'RequestExpired',
    'RequestTimeTooSkewed',
    'SSOTokenLoadError',
    'SignatureDoesNotMatch',
    'TokenProviderError',
    'TokenRefreshRequired',
    'UnauthorizedSSOTokenError',
    'UnrecognizedClientException',
  ],
  'not-authorization': [
    'AWSOrganizationsNotInUseException',
    'AccessControlListNotSupported',
    'AuthorizationHeaderMalformed',
    'BucketAlreadyExists',
    'BucketAlreadyOwnedByYou',
    'EntityAlreadyExists',
    'InsufficientInstanceCapacity',
    'InvalidAccessException',
    'InvalidParameterCombination',
    'InvalidParameterException',
    'InvalidParameterValue',
    'InvalidParameterValueException',
    'InvalidRequestException',
    'KMSInvalidStateException',
    'LimitExceededException',
    'MalformedPolicyDocument',
    'NoSuchBucket',
    'NoSuchEntity',
    'NoSuchKey',
    'NotSignedUp',
    'OptInRequired',
    'OrganizationAccessDeniedException',
    'PermanentRedirect',
    'ProvisionedThroughputExceededException',
    'RegionDisabledException',
    'RequestLimitExceeded',
    'ResourceNotFoundException',
    'ServiceUnavailableException',
    'SubscriptionRequiredException',
    'TargetNotConnected',
    'TargetNotConnectedException',
    'ThrottlingException',
    'TooManyRequestsException',
    'UnsupportedOperationException',
    'ValidationException',
  ],
} as const satisfies Readonly<Partial<Record<DenialClass, readonly string[]>>>;

/** Names that are codes inside an AWS envelope only: on their own they are ordinary words or other systems' errors. */
const envelopedCodes: Readonly<Record<string, DenialClass>> = {
  '401': 'authorization',
  '403': 'authorization',
  '403 Forbidden': 'authorization',
  DENIED: 'authorization',
  Forbidden: 'authorization',
  ForbiddenException: 'authorization',
  Unauthorized: 'authorization',
  security_exception: 'authorization',
  Throttling: 'not-authorization',
  Blocked: 'not-authorization',
  PendingVerification: 'not-authorization',
};

/** Services that alone use a code. */
const codeServices: Readonly<Record<string, string>> = {
  AccessControlListNotSupported: 's3',
  AllAccessDisabled: 's3',
  AuthFailure: 'ec2',
  AuthorizationHeaderMalformed: 's3',
  EncryptionKeyAccessDeniedException: 'kms',
  NoSuchBucket: 's3',
  TargetNotConnected: 'ssm',
  UnauthorizedOperation: 'ec2',
};

const familyPatterns: readonly (readonly [RegExp, DenialClass])[] = [
  [/NotFound|DoesNotExist|NoSuch|Throttl|TooMany|LimitExceeded|Exceeded|AlreadyExists|InUse/, 'not-authorization'],
  [/Expired(?:Token|Cred)|Signature|Credential|InvalidToken|TokenExpired/, 'credentials'],
  [/AccessDenied|Unauthori[sz]ed|NotAuthori[sz]ed|Forbidden|PermissionDenied|NotPermitted/, 'authorization'],
];

const classOfName: ReadonlyMap<string, DenialClass> = new Map(
  (Object.entries(namedCodes) as [DenialClass, readonly string[]][]).flatMap(([className, codes]) =>
    codes.map((code) => [code, className] as const),
  ),
);

/** Whether the bare word is a code beyond doubt. */
export const isCodeWord = (word: string): boolean => classOfName.has(word);

/** `Client.UnauthorizedOperation` and `AWS.SimpleQueueService.NonExistentQueue` carry a prefix before the code proper. */
const properCode = (code: string) => code.slice(code.lastIndexOf('.') + 1);

export function classOfCode(code: string): DenialClass {
  if (Object.hasOwn(envelopedCodes, code)) return envelopedCodes[code] ?? 'not-authorization';
  const named = classOfName.get(properCode(code));
  if (named !== undefined) return named;
  return familyPatterns.find(([pattern]) => pattern.test(code))?.[1] ?? 'not-authorization';
}

export const isKnownCode = (code: string): boolean =>
  isCodeWord(properCode(code)) || Object.hasOwn(envelopedCodes, code);

const ec2Code =
  /^Invalid(?:AMI|Group|Instance|InternetGateway|KeyPair|NatGateway|NetworkInterface|Route|SecurityGroup|Snapshot|Subnet|Volume|Vpc)\w{0,40}\./;

export function serviceOfCode(code: string): string | undefined {
  if (/^K(?:MS|ms)[.A-Z]/.test(code)) return 'kms';
  if (ec2Code.test(code)) return 'ec2';
  const proper = properCode(code);
  return Object.hasOwn(codeServices, proper) ? codeServices[proper] : undefined;
}
