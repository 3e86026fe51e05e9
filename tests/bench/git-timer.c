/*
 * Times whole programs side by side: each round runs every command once, so that what disturbs one disturbs all.
 *   git-timer ROUNDS INPUT COMMAND [ARG ...] [-- COMMAND [ARG ...]] ...
 * INPUT is each program's standard input; a line of nanoseconds for each round, one number for each command.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long long now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static long long run(const char *input, char **command) {
  long long before = now();
  int status;
  pid_t child = vfork();
  if (child == 0) {
    int in = open(input, O_RDONLY);
    int out = open("/dev/null", O_WRONLY);
    dup2(in, 0);
    dup2(out, 1);
    execvp(command[0], command);
    _exit(127);
  }
  if (child < 0 || waitpid(child, &status, 0) < 0 || !WIFEXITED(status) || WEXITSTATUS(status)) {
    fprintf(stderr, "%s failed\n", command[0]);
    exit(1);
  }
  return now() - before;
}

int main(int argc, char **argv) {
  char **commands[16];
  int count = 0;
  if (argc < 4)
    return 2;
  commands[count++] = argv + 3;
  for (int i = 3; i < argc && count < 16; i++)
    if (!strcmp(argv[i], "--")) {
      argv[i] = NULL;
      commands[count++] = argv + i + 1;
    }
  for (int rounds = atoi(argv[1]); rounds > 0; rounds--)
    for (int i = 0; i < count; i++)
      printf("%lld%c", run(argv[2], commands[i]), i == count - 1 ? '\n' : ' ');
  return 0;
}
