# Muster's commands on what ./mvnw -DskipTests package puts together in image/: the distribution without the embedded broker and registry.
FROM eclipse-temurin:17-jre

RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/muster muster
COPY image/target/muster/ /opt/muster/

USER muster
WORKDIR /var/lib/muster
ENV MUSTER_STATE_DIR=/var/lib/muster/state MUSTER_HTTP_PORT=8080
RUN mkdir state keys
EXPOSE 8080
ENTRYPOINT ["/opt/muster/muster"]
CMD ["--help"]
