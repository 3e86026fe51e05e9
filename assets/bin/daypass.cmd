@echo off
rem Hands a command to the running Daypass and prints what it says; all logic is in the app. It needs curl alone, which
rem is part of Windows. Exit status: 0 done, 1 failed, 2 wrong use, 3 Daypass is not running, 4 not signed in,
rem 5 the doctor found something that is in the way.
setlocal EnableExtensions DisableDelayedExpansion

set "dp_home=%DAYPASS_HOME%"
if not defined dp_home set "dp_home=%~dp0.."
rem "shift" takes the name of this file away too.
set "dp_self=%~f0"
rem By their paths: a bare name is looked for in the current folder first, which can be anybody's repository.
set "dp_tools=%SystemRoot%\System32"
set "dp_curl=%dp_tools%\curl.exe"
if not exist "%dp_curl%" for %%c in (curl.exe) do set "dp_curl=%%~$PATH:c"
set "dp_file=%dp_home%\head.%RANDOM%%RANDOM%"
set "dp_data=-d """
set "dp_url=daypass/v1/"
set "dp_code="
set "dp_has_code="
set "dp_csv="
set "dp_start="
set "dp_profile="
set "dp_command=%~1"

if not defined dp_command set "dp_start=1"
if "%dp_command%"=="open" set "dp_start=1"
if "%dp_command%"=="exec" goto exec
if "%dp_command%"=="explain" if "%~2"=="-" goto explain
rem What is checked is the body, so that only the words stand in the URL.
if "%dp_command%"=="policy" if "%~2"=="check" if not [%3]==[] if [%4]==[] goto policy
if not "%dp_command%"=="git-credential" goto words

rem git's helper, with git's words as they are. A store would only tell us our own password.
if not "%~2"=="get" if not "%~2"=="erase" exit /b 0
set "dp_data=-X POST -T -"
set "dp_url=daypass/v1/git-credential?arg=%~2"
if not "%~2"=="get" goto ask
rem As in who-asks.sh: where nobody is there, git waits for two seconds at most, and nothing is started for it.
set "dp_nobody="
for %%v in (0 no off false never) do if /i "%GCM_INTERACTIVE%"=="%%v" set "dp_nobody=1"
set GIT_CONFIG_PARAMETERS 2>nul | "%dp_tools%\findstr.exe" /i /r "credential\.interactive'*='*false credential\.interactive'*='*never" >nul && set "dp_nobody=1"
if defined VSCODE_GIT_FETCH_SILENT set "dp_nobody=1"
if defined dp_nobody set "dp_data=-m 2 -X POST -T -"
if defined dp_nobody set "dp_url=daypass/v1/git-credential?arg=get&arg=--seconds&arg=2"
if not defined dp_nobody if not exist "%dp_home%\launch.not-for-git" set "dp_start=1"
goto ask

rem What is to be explained, as it comes.
:explain
set "dp_data=-X POST -T -"
set "dp_url=daypass/v1/explain?arg=-"
goto ask

rem The words as fields of a form. A code, or a key, goes the way of standard input.
:words
if [%1]==[] goto ask
if "%dp_command%"=="sign-in" if "%~1"=="--code" goto code
if "%dp_command%"=="sign-in" if "%~1"=="--answer" goto code
if "%dp_command%"=="add" if "%~1"=="--csv" goto csv
if "%dp_command%"=="add" if "%~1"=="--key" set "dp_has_code=1"
set dp_data=%dp_data% --data-urlencode "arg=%~1"
shift
goto words

:code
set "dp_has_code=1"
set "dp_code=%~2"
if "%dp_code%"=="-" set "dp_code="
set dp_data=%dp_data% --data-urlencode "arg=%~1" --data-urlencode "arg=-"
shift
shift
goto words

:csv
set "dp_has_code=1"
set "dp_csv=%~2"
if "%dp_csv%"=="-" set "dp_csv="
set dp_data=%dp_data% --data-urlencode "arg=--csv" --data-urlencode "arg=%~2"
shift
shift
goto words

:policy
if not "%~3"=="-" if not exist "%~3" goto unreadable
set dp_data=-X POST -g -T "%~3"
set "dp_url=daypass/v1/policy?arg=check&arg=-"
goto ask

:no_csv
1>&2 echo daypass: "%dp_csv%" cannot be read.
exit /b 1

:unreadable
1>&2 echo daypass: "%~3" cannot be read.
exit /b 1

:ask
if defined dp_csv if not exist "%dp_csv%" goto no_csv
if defined dp_csv (call :reach <"%dp_csv%") else call :reach
if defined dp_start if not defined dp_exit call :start
if not defined dp_exit goto not_running
exit /b %dp_exit%

rem dp_exit stays undefined where Daypass did not answer.
:reach
set "dp_exit="
if not exist "%dp_home%\agent.curl" exit /b
if not defined dp_has_code (
  "%dp_curl%" -q --noproxy "*" -K "%dp_home%\agent.curl" -sN -D "%dp_file%" %dp_data% "%dp_url%"
) else if not defined dp_code (
  "%dp_curl%" -q --noproxy "*" -K "%dp_home%\agent.curl" -sN -D "%dp_file%" %dp_data% --data-urlencode code@- "%dp_url%"
) else (
  rem The inner cmd takes the code from its environment, so that it stands in no argument list.
  "%dp_tools%\cmd.exe" /d /v:on /c "echo !dp_code!" | "%dp_curl%" -q --noproxy "*" -K "%dp_home%\agent.curl" -sN -D "%dp_file%" %dp_data% --data-urlencode code@- "%dp_url%"
)
if not exist "%dp_file%" exit /b
for /f "usebackq tokens=1,* delims=: " %%a in ("%dp_file%") do (
  if "%%a"=="Daypass-Exit" set "dp_exit=%%b"
  if "%%a"=="Daypass-Says" 1>&2 echo.%%b
)
del "%dp_file%" >nul 2>&1
exit /b

rem Starts the app as it said at its last start, and waits until it answers.
:start
if not exist "%dp_home%\launch.cmd" exit /b
call "%dp_home%\launch.cmd" <nul >nul 2>&1 || exit /b
for /l %%i in (1,1,20) do (
  if not defined dp_exit (
    "%dp_tools%\ping.exe" -n 2 127.0.0.1 >nul
    call :reach
  )
)
exit /b

:not_running
if "%dp_command%"=="git-credential" if "%~2"=="erase" exit /b 0
if "%dp_command%"=="git-credential" echo quit=1
1>&2 echo daypass: Daypass is not running.
1>&2 echo daypass: Start it from the applications, or type: daypass
exit /b 3

rem Sets the variables here, where the program inherits them. The program gets its words as they were typed: in a batch
rem file's own words = and , and ; are blanks.
:exec
set dp_line=%*
set "dp_wait="
:exec_words
shift
if [%1]==[] goto exec_usage
if "%~1"=="--" goto exec_run
if "%~1"=="--wait" set "dp_wait= --wait"
if "%~1"=="--wait" goto exec_words
if defined dp_profile goto exec_usage
set "dp_profile=%~1"
goto exec_words

:exec_run
if [%2]==[] goto exec_usage
set dp_line=%dp_line:* -- =%
set "AWS_SESSION_TOKEN="
for /f "delims=" %%l in ('call "%dp_self%" env %dp_profile%%dp_wait% --shell cmd') do %%l
if not defined AWS_SESSION_TOKEN goto exec_why
if not defined AWS_REGION if not defined AWS_DEFAULT_REGION call :region
%dp_line%
exit /b %ERRORLEVEL%

rem "for" does not tell how its command ended; it has said why.
:exec_why
call "%dp_self%" env %dp_profile% --shell cmd >nul 2>&1
if errorlevel 1 exit /b %ERRORLEVEL%
exit /b 4

:region
for /f "delims=" %%l in ('call "%dp_self%" region %dp_profile%') do set "AWS_REGION=%%l"
set "AWS_DEFAULT_REGION=%AWS_REGION%"
exit /b

:exec_usage
1>&2 echo daypass: Usage: daypass exec [PROFILE] -- COMMAND [ARGUMENT ...]
exit /b 2
