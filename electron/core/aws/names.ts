/** How AWS spells its names, and how long it lets sessions last, in seconds. */

export const MFA_SERIAL = /^arn:aws(-[a-z]+)*:iam::\d{12}:mfa\/[\w+=,.@/-]{1,512}$|^[A-Z0-9]{9,32}$/;
export const USER_ARN = /^arn:aws(-[a-z]+)*:iam::\d{12}:user\/[\w+=,.@/-]{1,512}$/;
export const ROLE_ARN = /^arn:aws(-[a-z]+)*:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/;
export const ROLE_SESSION_NAME = /^[\w+=,.@-]{2,64}$/;
export const EXTERNAL_ID = /^[\w+=,.@:/-]{2,1224}$/;
export const ACCOUNT = /^\d{12}$/;
/** Of IAM Identity Center. */
export const PERMISSION_SET = /^[\w+=,.@-]+$/;
export const START_URL = /^https:\/\/[^\s/]+\S*$/;
export const REGION = /^[a-z]{2,4}(-[a-z]+)+-\d$/;

export const DURATION = { min: 900, max: 129_600, default: 43_200 } as const;
export const ROLE_DURATION = { max: 43_200, chained: 3_600 } as const;
