// Prints one line of JSON, {"key": ..., "value": ...}, for each record of a topic, and exits after the given number of records.
// usage: node read-progress.js BOOTSTRAP_SERVERS REGISTRY_URL TOPIC COUNT
const { Kafka, logLevel } = require("kafkajs");
const { SchemaRegistry } = require("@kafkajs/confluent-schema-registry");

const [brokers, registryUrl, topic, count] = process.argv.slice(2);

async function main() {
  const registry = new SchemaRegistry({ host: registryUrl });
  const kafka = new Kafka({ clientId: "foreign", brokers: brokers.split(","), logLevel: logLevel.ERROR });
  const consumer = kafka.consumer({ groupId: `foreign-${Date.now()}`, readUncommitted: false });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  let missing = Number(count);
  const allRead = new Promise((resolve, reject) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    consumer
      .run({
        eachMessage: async ({ message }) => {
          const value = message.value === null ? null : await registry.decode(message.value);
          console.log(JSON.stringify({ key: message.key.toString("utf8"), value }));
          if (--missing === 0) {
            resolve();
          }
        },
      })
      .catch(reject);
  });
  await allRead;
  await consumer.disconnect();
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
