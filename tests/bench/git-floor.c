/*
 * The least that a helper can do: git's request to a Unix socket, its reply back. What any other way costs is measured
 * against this. As a helper: git-floor SOCKET get|store|erase
 */
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static int all(int to, const char *from, size_t left) {
  while (left) {
    ssize_t n = write(to, from, left);
    if (n <= 0)
      return -1;
    from += n;
    left -= (size_t)n;
  }
  return 0;
}

static int copy(int from, int to) {
  char part[4096];
  ssize_t n;
  while ((n = read(from, part, sizeof part)) > 0)
    if (all(to, part, (size_t)n))
      return -1;
  return (int)n;
}

int main(int argc, char **argv) {
  static const char action[] = "action=get\ntimeout=900\n";
  struct sockaddr_un at = {.sun_family = AF_UNIX};
  int fd;

  if (argc != 3 || strcmp(argv[2], "get"))
    return 0;
  strncpy(at.sun_path, argv[1], sizeof at.sun_path - 1);
  fd = socket(AF_UNIX, SOCK_STREAM, 0);
  if (fd < 0 || connect(fd, (struct sockaddr *)&at, sizeof at))
    return 0;
  if (all(fd, action, sizeof action - 1) || copy(0, fd) || shutdown(fd, SHUT_WR))
    return 1;
  return copy(fd, 1) != 0;
}
