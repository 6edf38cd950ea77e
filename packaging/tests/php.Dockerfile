# Laid out like docker.io/library/php: PHP from source under /usr/local, none of Debian's. For scripts/test-images, which
# puts a Debian (system.tar) and PHP's source (php/) beside it.
FROM scratch AS system
ADD system.tar /
ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive
ENV PHPIZE_DEPS="autoconf dpkg-dev file g++ gcc libc-dev make pkg-config re2c" PHP_INI_DIR=/usr/local/etc/php

FROM system AS build
RUN apt-get update && apt-get install -y --no-install-recommends $PHPIZE_DEPS bison
COPY php/ /usr/src/php/
WORKDIR /usr/src/php
RUN ./buildconf --force && \
    ./configure --with-config-file-path=$PHP_INI_DIR --with-config-file-scan-dir=$PHP_INI_DIR/conf.d \
        --disable-all --disable-cgi --disable-phpdbg --enable-pcntl && \
    make -j2 && \
    make install && \
    mkdir -p $PHP_INI_DIR/conf.d

FROM system
COPY --from=build /usr/local/ /usr/local/
