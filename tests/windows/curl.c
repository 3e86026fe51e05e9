/* curl.exe for Wine: hands its words to curl.sh, which runs Debian's curl. Wine does not wait for a program of the system below,
 * so that tells by a file how it ended; and such a program cannot read or write all of Wine's pipes, so it gets files. */
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

static WCHAR folder[MAX_PATH], line[32768];

static const WCHAR *named(const WCHAR *what)
{
	static WCHAR names[3][MAX_PATH];
	static int next;
	WCHAR *name = names[next++];

	swprintf(name, MAX_PATH, L"%lscurl-%lu-%ls", folder, GetCurrentProcessId(), what);
	return name;
}

static HANDLE file_of(const WCHAR *what)
{
	return CreateFileW(named(what), GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, CREATE_ALWAYS,
			   FILE_FLAG_DELETE_ON_CLOSE, NULL);
}

static void copy(HANDLE from, HANDLE to)
{
	char bytes[4096];
	DWORD read, written;

	while (ReadFile(from, bytes, sizeof bytes, &read, NULL) && read)
		WriteFile(to, bytes, read, &written, NULL);
}

static const WCHAR *after_first_word(const WCHAR *words)
{
	BOOL quoted = FALSE;

	for (; *words && (quoted || *words != L' '); words++)
		if (*words == L'"')
			quoted = !quoted;
	return words;
}

static int ended_with(const WCHAR *path)
{
	int status = 125;
	FILE *file;

	while (!(file = _wfopen(path, L"r")))
		Sleep(5);
	fscanf(file, "%d", &status);
	fclose(file);
	_wremove(path);
	return status;
}

int main(void)
{
	STARTUPINFOW start = { sizeof start };
	PROCESS_INFORMATION process;
	WCHAR script[MAX_PATH];
	const WCHAR *words = after_first_word(GetCommandLineW()), *ended;
	int status;

	GetTempPathW(MAX_PATH, folder);
	GetEnvironmentVariableW(L"DAYPASS_CURL_SH", script, MAX_PATH);
	ended = named(L"ended");
	swprintf(line, 32768, L"\"%ls\" \"%ls\"%ls", script, ended, words);
	start.dwFlags = STARTF_USESTDHANDLES;
	start.hStdInput = file_of(L"in");
	start.hStdOutput = file_of(L"out");
	start.hStdError = GetStdHandle(STD_ERROR_HANDLE);
	if (wcsstr(words, L"-T -") || wcsstr(words, L"-T \"-\"") || wcsstr(words, L"code@-"))
		copy(GetStdHandle(STD_INPUT_HANDLE), start.hStdInput);
	SetFilePointer(start.hStdInput, 0, NULL, FILE_BEGIN);
	if (!CreateProcessW(NULL, line, NULL, NULL, TRUE, 0, NULL, NULL, &start, &process))
		return 126;
	status = ended_with(ended);
	SetFilePointer(start.hStdOutput, 0, NULL, FILE_BEGIN);
	copy(start.hStdOutput, GetStdHandle(STD_OUTPUT_HANDLE));
	return status;
}
