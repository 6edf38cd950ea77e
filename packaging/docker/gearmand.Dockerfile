# gearmand from Debian, for compose.yaml.
FROM docker.io/library/debian:bookworm-slim
RUN apt-get update && \
    apt-get install -y --no-install-recommends gearman-job-server gearman-tools && \
    rm -rf /var/lib/apt/lists/*
USER gearman
EXPOSE 4730
HEALTHCHECK --interval=5s CMD ["gearadmin", "--server-version"]
ENTRYPOINT ["gearmand"]
CMD ["--listen=0.0.0.0", "--log-file=stderr"]
