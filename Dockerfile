# Muster's commands on the distribution that ./mvnw -DskipTests package builds; the embedded broker's registry stays out.
FROM eclipse-temurin:17-jre

RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/muster muster
COPY cli/target/muster-* /opt/muster/

USER muster
WORKDIR /var/lib/muster
ENV MUSTER_STATE_DIR=/var/lib/muster/state MUSTER_HTTP_PORT=8080
RUN mkdir state keys
EXPOSE 8080
ENTRYPOINT ["/opt/muster/muster"]
CMD ["--help"]
