# shellcheck shell=sh
# Read by bin/daypass for the doctor: what it may know of this terminal's environment, in dp_code, NAME=VALUE a line. Of a
# secret it says only that it is there, of an access key its ends, of a URL no login: no other value leaves this shell.

# The ends that are blank or a quote are no part of what is meant; that they are there is said by a blank at the end.
dp_bare() {
  while :; do
    case $dp_value in
      [[:space:]\"\']*) dp_value=${dp_value#?} dp_stray=' ' ;;
      *[[:space:]\"\']) dp_value=${dp_value%?} dp_stray=' ' ;;
      *) break ;;
    esac
  done
}

dp_tell() { # NAME
  eval "dp_value=\${$1-}"
  dp_stray=
  [ "$1" = PATH ] || dp_bare
  case $1:$dp_value in
    *:) ;;
    *"$dp_nl"*) dp_value=… ;;
    AWS_ACCESS_KEY_ID:A[KS]IA????????????* | AWS_ACCESS_KEY:A[KS]IA????????????* | \
      AMAZON_ACCESS_KEY_ID:A[KS]IA????????????*)
      case $dp_value in
        *[!ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789]*) dp_value=… ;;
        *) dp_value=${dp_value%"${dp_value#????}"}…${dp_value#"${dp_value%????}"} ;;
      esac
      ;;
    AWS_PROFILE:* | AWS_DEFAULT_PROFILE:* | AWS_REGION:* | AWS_DEFAULT_REGION:*)
      # A secret that was put into the wrong variable has this form.
      case ${#dp_value}:$dp_value in
        ?:* | [123]?:* | *:*[!A-Za-z0-9/+=]*) ;;
        *) dp_value=… ;;
      esac
      ;;
    AWS_CONFIG_FILE:* | AWS_SHARED_CREDENTIALS_FILE:* | AWS_WEB_IDENTITY_TOKEN_FILE:* | AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE:*) ;;
    AWS_CA_BUNDLE:* | REQUESTS_CA_BUNDLE:* | SSL_CERT_FILE:* | CURL_CA_BUNDLE:* | NODE_EXTRA_CA_CERTS:*) ;;
    GIT_SSL_CAINFO:* | GIT_SSL_NO_VERIFY:* | DAYPASS_HOME:* | PATH:* | NO_PROXY:* | no_proxy:*) ;;
    AWS_ENDPOINT_URL*:* | AWS_CONTAINER_CREDENTIALS_FULL_URI:* | *_PROXY:* | *_proxy:*)
      case $dp_value in
        *://*@*) dp_value=${dp_value%%://*}://${dp_value##*@} ;;
        *@*) dp_value=${dp_value##*@} ;;
      esac
      dp_value=${dp_value%%[?#]*}
      ;;
    *) dp_value=… ;;
  esac
  dp_code=$dp_code$1=$dp_value$dp_stray$dp_nl
}

dp_code='' dp_stray=''
dp_nl='
'
dp_seen=' '
while IFS= read -r dp_word; do
  # Each shell has its own way to print what is exported, and a value of several lines may look like another.
  case $dp_word in
    'export '* | 'declare -'*' '* | 'typeset -'*' '*) ;;
    *) continue ;;
  esac
  dp_word=${dp_word%%=*}
  dp_word=${dp_word##* }
  case $dp_seen$dp_word in
    *[!A-Za-z0-9_\ ]* | *" $dp_word "*) continue ;;
  esac
  case $dp_word in
    AWS_* | AMAZON_* | PATH | DAYPASS_HOME | GIT_SSL_* | SSL_CERT_FILE | *_CA_BUNDLE | NODE_EXTRA_CA_CERTS) ;;
    HTTP_PROXY | HTTPS_PROXY | ALL_PROXY | NO_PROXY | http_proxy | https_proxy | all_proxy | no_proxy) ;;
    *) continue ;;
  esac
  eval "[ \"\${$dp_word+is}\" ]" || continue
  dp_seen="$dp_seen$dp_word "
  dp_tell "$dp_word"
done <<EOT
$(export -p)
EOT
