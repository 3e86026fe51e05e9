/**
 * The actions that people's own policies name, as AWS spells them, each with the kind of resource that it is about: what a
 * slip of the hand is measured against, and which resources can never match. Others of AWS's actions are not judged.
 */
import { nearest } from './nearest.ts';

export type ResourceKind = 'user' | 'device' | 'role' | 'bucket' | 'object' | 'repository' | 'any';

const NAMES: Readonly<Record<string, Readonly<Partial<Record<ResourceKind | 'other', string>>>>> = {
  iam: {
    user:
      'ChangePassword GetUser GetLoginProfile CreateLoginProfile UpdateLoginProfile DeleteLoginProfile EnableMFADevice ' +
      'DeactivateMFADevice ResyncMFADevice ListMFADevices GetMFADevice CreateAccessKey UpdateAccessKey DeleteAccessKey ' +
      'ListAccessKeys GetAccessKeyLastUsed UploadSSHPublicKey GetSSHPublicKey ListSSHPublicKeys UpdateSSHPublicKey ' +
      'DeleteSSHPublicKey CreateServiceSpecificCredential ListServiceSpecificCredentials ResetServiceSpecificCredential ' +
      'UpdateServiceSpecificCredential DeleteServiceSpecificCredential CreateUser UpdateUser DeleteUser TagUser ' +
      'PutUserPolicy GetUserPolicy DeleteUserPolicy ListUserPolicies AttachUserPolicy DetachUserPolicy ' +
      'ListAttachedUserPolicies ListGroupsForUser PutUserPermissionsBoundary DeleteUserPermissionsBoundary',
    device: 'CreateVirtualMFADevice DeleteVirtualMFADevice',
    any: 'ListUsers ListVirtualMFADevices GetAccountPasswordPolicy GetAccountSummary ListAccountAliases ListGroups ListRoles ListPolicies',
    other:
      'ListMFADeviceTags TagMFADevice UntagMFADevice UntagUser ListUserTags GetRole GetGroup GetPolicy TagRole TagPolicy ' +
      'CreateRole CreateGroup CreatePolicy UpdateRole UpdateGroup DeleteRole DeleteGroup DeletePolicy PassRole ' +
      'PutRolePolicy GetRolePolicy DeleteRolePolicy ListRolePolicies AttachRolePolicy DetachRolePolicy PutGroupPolicy ' +
      'GetGroupPolicy AttachGroupPolicy DetachGroupPolicy UntagRole UntagPolicy UpdateAccountPasswordPolicy DeleteAccountPasswordPolicy',
  },
  sts: {
    role: 'AssumeRole',
    other:
      'GetSessionToken GetCallerIdentity GetFederationToken AssumeRoleWithSAML AssumeRoleWithWebIdentity AssumeRoot ' +
      'DecodeAuthorizationMessage GetAccessKeyInfo GetServiceBearerToken SetSourceIdentity SetContext TagSession',
  },
  codecommit: {
    repository:
      'GitPull GitPush GetRepository UpdateRepositoryName UpdateRepositoryDescription CreateRepository DeleteRepository ' +
      'GetBranch ListBranches CreateBranch DeleteBranch GetCommit CreateCommit GetDifferences GetFile PutFile DeleteFile ' +
      'GetFolder GetBlob GetTree CreatePullRequest GetPullRequest ListPullRequests BatchGetRepositories',
    any: 'ListRepositories',
    other:
      'GetReferences GetObjectIdentifier GetCommitHistory GetCommitsFromMergeBase GetRepositoryTriggers PutRepositoryTriggers ' +
      'TestRepositoryTriggers UploadArchive ' +
      'GetUploadArchiveStatus CancelUploadArchive GetComment UpdateComment TagResource UntagResource',
  },
  s3: {
    bucket:
      'ListBucket ListBucketVersions ListBucketMultipartUploads GetBucketLocation GetBucketPolicy PutBucketPolicy ' +
      'DeleteBucketPolicy GetBucketVersioning PutBucketVersioning GetBucketAcl PutBucketAcl CreateBucket DeleteBucket',
    object:
      'GetObject PutObject DeleteObject GetObjectVersion DeleteObjectVersion GetObjectAcl PutObjectAcl GetObjectTagging ' +
      'PutObjectTagging DeleteObjectTagging AbortMultipartUpload ListMultipartUploadParts RestoreObject',
    any: 'ListAllMyBuckets',
    other:
      'GetBucketCORS PutBucketCORS GetBucketLogging PutBucketLogging GetBucketTagging PutBucketTagging ' +
      'GetBucketNotification PutBucketNotification GetBucketWebsite PutBucketWebsite GetObjectRetention ' +
      'PutObjectRetention GetObjectLegalHold PutObjectLegalHold ' +
      'ListAccessPoints ListJobs ListTagsForResource',
  },
  signin: { other: 'AuthorizeOAuth2Access CreateOAuth2Token' },
};

/** Names of AWS's API, or of the thing itself, that people take for an action's. */
const TAKEN_FOR: Readonly<Record<string, string>> = {
  's3:listbuckets': 's3:ListAllMyBuckets',
  's3:listobjects': 's3:ListBucket',
  's3:listobjectsv2': 's3:ListBucket',
  's3:headbucket': 's3:ListBucket',
  's3:headobject': 's3:GetObject',
  's3:copyobject': 's3:GetObject',
  's3:deleteobjects': 's3:DeleteObject',
  'codecommit:gitclone': 'codecommit:GitPull',
  'codecommit:gitfetch': 'codecommit:GitPull',
  'codecommit:pull': 'codecommit:GitPull',
  'codecommit:push': 'codecommit:GitPush',
  'iam:changepasswords': 'iam:ChangePassword',
};

const KINDS = new Map<string, ResourceKind | null>(
  Object.entries(NAMES).flatMap(([service, byKind]) =>
    Object.entries(byKind).flatMap(([kind, names]) =>
      names
        .split(' ')
        .map((name): [string, ResourceKind | null] => [
          `${service}:${name}`.toLowerCase(),
          kind === 'other' ? null : (kind as ResourceKind),
        ]),
    ),
  ),
);

/** Null for what is not known, and for what is not about one kind of resource. */
export const kindOf = (action: string): ResourceKind | null => KINDS.get(action.toLowerCase()) ?? null;

/** What was meant by an action that AWS does not have; null where it has it, or where nothing is near. */
export function meantAction(action: string): string | null {
  if (KINDS.has(action.toLowerCase())) return null;
  const takenFor = TAKEN_FOR[action.toLowerCase()];
  if (takenFor) return takenFor;
  const [service = '', name = ''] = action.split(':');
  const known = Object.keys(NAMES);
  // Short names of services are all near one another: only the long ones can be misspelt.
  const meant =
    known.find((one) => one === service.toLowerCase()) ??
    nearest(
      service,
      known.filter((one) => one.length > 5),
    );
  if (!meant) return null;
  const names = Object.values(NAMES[meant] ?? {}).flatMap((list) => list.split(' '));
  const near =
    names.find((one) => one.toLowerCase() === name.toLowerCase()) ?? (/[*?]/.test(name) ? name : nearest(name, names));
  return near && (meant !== service.toLowerCase() || near !== name) ? `${meant}:${near}` : null;
}
