# The same result as Dockerfile's, from the archives of a release in dist/ beside this file: nothing is compiled, and an
# image for aarch64 is made on x86_64. What release.yml pushes.

ARG PHP=8.4-cli-bookworm

FROM --platform=$BUILDPLATFORM docker.io/library/php:${PHP} AS layout
ARG TARGETARCH
WORKDIR /archive
COPY dist/ /dist/
RUN case $TARGETARCH in \
        amd64) arch=x86_64 ;; \
        arm64) arch=aarch64 ;; \
        *) echo "there are no archives for '$TARGETARCH'" >&2; exit 1 ;; \
    esac && \
    tar -xzf /dist/php_gearman-*-"$arch"-linux-*-[nz]ts.tgz
RUN modules=/out$(php-config --extension-dir) && docs=/out/usr/local/share/doc/gearman-rs && \
    mkdir -p "$modules" "/out$PHP_INI_DIR/conf.d" "$docs" && \
    mv gearman.so "$modules/" && \
    echo "extension=gearman.so" >"/out$PHP_INI_DIR/conf.d/gearman_rs.ini" && \
    mv ./* "$docs/"

FROM scratch
COPY --from=layout /out/ /
