/*
 * A program that PHP is a part of, with a thread for each script: what FrankenPHP does.
 *
 *   threads SECONDS INI SCRIPT...    runs each script in a thread of its own, one request after the other
 *
 * INI is text as in a php.ini, such as "extension=/path/to/module.so".
 */
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include <sapi/embed/php_embed.h>

static time_t end;
static pid_t program;

static int run_once(const char *script)
{
	zend_file_handle file;
	int status = 255;

	if (php_request_startup() != SUCCESS) {
		return status;
	}
	zend_first_try {
		zend_stream_init_filename(&file, script);
		php_execute_script(&file);
		status = EG(exit_status);
	} zend_end_try();
	zend_destroy_file_handle(&file);
	php_request_shutdown(NULL);
	return status;
}

static void *run(void *script)
{
	long failures = 0;

	ts_resource(0);
	do {
		int status = run_once(script);
		if (getpid() != program) {
			/* The script has forked, and this is the child. */
			_exit(status);
		}
		failures += status != 0;
	} while (time(NULL) < end);
	ts_free_thread();
	return (void *)failures;
}

int main(int argc, char **argv)
{
	pthread_t threads[64];
	int count = argc - 3, failures = 0;

	if (count < 1 || count > 64) {
		fprintf(stderr, "usage: threads SECONDS INI SCRIPT...\n");
		return 2;
	}
	end = time(NULL) + atoi(argv[1]);
	program = getpid();
	php_tsrm_startup();
	zend_signal_startup();
	sapi_startup(&php_embed_module);
	php_embed_module.php_ini_ignore = 1;
	php_embed_module.ini_entries = argv[2];
	if (php_embed_module.startup(&php_embed_module) != SUCCESS) {
		return 2;
	}
	for (int i = 0; i < count; i++) {
		if (pthread_create(&threads[i], NULL, run, argv[3 + i]) != 0) {
			perror("threads");
			return 2;
		}
	}
	for (int i = 0; i < count; i++) {
		void *failed;
		pthread_join(threads[i], &failed);
		failures += (int)(long)failed;
	}
	php_module_shutdown();
	sapi_shutdown();
	tsrm_shutdown();
	return failures != 0;
}
