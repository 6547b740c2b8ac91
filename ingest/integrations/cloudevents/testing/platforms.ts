/** After github.com/cloudevents/spec, cloudevents/spec.md and formats/json-format.md. */
export const SPECIFICATION = {
  example: {
    type: "com.example.someevent",
    source: "/mycontext",
    subject: null,
    id: "C234-1234-1234",
    time: "2018-04-05T17:31:00Z",
    comexampleextension1: "value",
    comexampleothervalue: 5,
    unsetextension: null,
    datacontenttype: "application/json",
    data: { appinfoA: "abc", appinfoB: 123, appinfoC: true },
  },
  deleted: {
    type: "com.example.object.deleted.v2",
    source: "https://storage.example/containers",
    subject: "mynewfile.jpg",
    time: "2018-04-05T17:31:00Z",
  },
  xml: {
    type: "com.example.someevent",
    source: "/mycontext",
    datacontenttype: "application/xml",
    data: '<much wow="xml"/>',
  },
  /** adapters/aws-s3.md. */
  s3: {
    type: "com.amazonaws.s3.ObjectCreated:Put",
    source: "aws:s3.us-east-1.mybucket",
    subject: "photos/2026/happy face.jpg",
    time: "2026-11-20T10:00:00.000Z",
    data: { eventVersion: "2.1", eventName: "ObjectCreated:Put", s3: { object: { size: 1024 } } },
  },
};

/** After learn.microsoft.com/azure/event-grid/cloud-event-schema. */
export const AZURE_BLOB = {
  type: "Microsoft.Storage.BlobCreated",
  source: "/subscriptions/s-1/resourceGroups/storage/providers/Microsoft.Storage/storageAccounts/pictures",
  id: "9aeb0fdf-c01e-0131-0922-9eb54906e209",
  time: "2026-11-18T15:13:39.4589254Z",
  subject: "blobServices/default/containers/c-1/blobs/new-file.png",
  data: {
    api: "PutBlockList",
    contentType: "image/png",
    contentLength: 30699,
    url: "https://pictures.blob.example/c-1/new-file.png",
    storageDiagnostics: { batchId: "681fe319-3006-00a8-0022-9e7cde000000" },
  },
};

/** After github.com/googleapis/google-cloudevents, examples/structured. */
export const GOOGLE = {
  storage: {
    type: "google.cloud.storage.object.v1.finalized",
    source: "//storage.googleapis.com/projects/_/buckets/sample-bucket",
    subject: "objects/MyFile",
    time: "2025-11-25T21:04:32.279744Z",
    bucket: "sample-bucket",
    data: { bucket: "sample-bucket", name: "MyFile", selfLink: "https://storage.example/b/o/MyFile", size: 0 },
  },
  pubsub: {
    type: "google.cloud.pubsub.topic.v1.messagePublished",
    source: "//pubsub.googleapis.com/projects/test-project/topics/my-topic",
    time: "2025-02-05T04:06:14.109Z",
    data: { message: { messageId: "message-id", data: "dGVzdCBtZXNzYWdlIDM=" } },
  },
  firestore: {
    type: "google.cloud.firestore.document.v1.written",
    source: "//firestore.googleapis.com/projects/test-project/databases/orders",
    subject: "documents/users/ada",
  },
  audit: {
    type: "google.cloud.audit.log.v1.written",
    source: "//cloudaudit.googleapis.com/projects/test-project/logs/data_access",
    subject: "bigquery.googleapis.com/projects/test-project/jobs/sample-job",
    methodName: "jobservice.jobcompleted",
    data: {
      protoPayload: {
        authenticationInfo: { principalEmail: "robot@test-project.iam.gserviceaccount.com" },
        methodName: "jobservice.jobcompleted",
        resourceName: "projects/test-project/jobs/sample-job",
        serviceName: "bigquery.googleapis.com",
        status: {},
      },
      severity: "INFO",
    },
  },
};

/** After knative.dev/docs/eventing/sources. */
export const KNATIVE = {
  pod: {
    type: "dev.knative.apiserver.resource.update",
    source: "https://10.96.0.1:443",
    subject: "/apis/v1/namespaces/shop/pods/busybox",
    time: "2026-07-28T19:14:54.719501054Z",
    kind: "Pod",
    name: "busybox",
    namespace: "shop",
    data: { apiVersion: "v1", kind: "Pod", metadata: { name: "busybox", namespace: "shop" } },
  },
  event: {
    type: "dev.knative.apiserver.resource.add",
    source: "https://10.96.0.1:443",
    subject: "/apis/v1/namespaces/shop/events/busybox.1626008649e617e3",
    data: {
      kind: "Event",
      metadata: { name: "busybox.1626008649e617e3", namespace: "shop" },
      involvedObject: { kind: "Pod", name: "busybox" },
      message: "Started container",
      reason: "Started",
    },
  },
  ping: {
    type: "dev.knative.sources.ping",
    source: "/apis/v1/namespaces/shop/pingsources/hourly",
    data: { message: "Hello world!" },
  },
};

/** After tekton.dev/docs/pipelines/events and github.com/cloudevents/sdk-go, samples/http/receiver-gin. */
export const TEKTON = {
  type: "dev.tekton.event.pipelinerun.failed.v1",
  source: "/apis/namespaces/shop/clone-build-n4qhgl",
  subject: "clone-build-n4qhgl",
  data: {
    pipelineRun: {
      metadata: { name: "clone-build-n4qhgl", namespace: "shop", uid: "44ef2940-b2d9-4ecb-ad12-808a69972f02" },
      spec: { pipelineRef: { name: "clone-build" } },
      status: { conditions: [{ type: "Succeeded", status: "False", reason: "Failed", message: "Tasks Failed: 1" }] },
    },
  },
};

/** After goharbor.io/docs, working with projects, configure webhooks. */
export const HARBOR = {
  requestid: "51c0b694-0168-4f3c-b0db-282565455d7b",
  source: "/projects/2/webhook/policies/15",
  type: "harbor.artifact.pushed",
  datacontenttype: "application/json",
  time: "2026-04-03T06:04:46Z",
  operator: "admin",
  data: {
    resources: [{ digest: "sha256:954b378c", tag: "latest", resource_url: "harbor.example/library/debian:latest" }],
    repository: { name: "debian", namespace: "library", repo_full_name: "library/debian", repo_type: "private" },
  },
};
