{{/* The Secret: whether we make it, what is in it, and how containers read it. */}}

{{/* What is in the cluster under the Secret's name: {} when there is none, and while no cluster is asked. */}}
{{- define "todo-app.secret.found" -}}
{{- lookup "v1" "Secret" .Release.Namespace .Values.secret.name | default dict | toJson }}
{{- end }}

{{/* "true" when the Secret is part of this release. One that is there already and is not ours is left alone by `auto`. */}}
{{- define "todo-app.secret.made" -}}
{{- if kindIs "bool" .Values.secret.create }}
{{- if .Values.secret.create }}true{{ end }}
{{- else if or .Values.secret.databaseUrl (eq .Values.database.kind "sqlite") }}
{{- $found := include "todo-app.secret.found" . | fromJson }}
{{- $owner := dig "metadata" "annotations" "meta.helm.sh/release-name" "" $found }}
{{- if or (empty $found) (eq $owner .Release.Name) }}true{{ end }}
{{- end }}
{{- end }}

{{/* The data of a Secret that we make. The random key is drawn once a rendering, and later read from the cluster. */}}
{{- define "todo-app.secret.data" -}}
{{- $secret := .Values.secret }}
{{- if not (hasKey $secret "drawn") }}
{{- $found := include "todo-app.secret.found" . | fromJson }}
{{- $_ := set $secret "drawn" (dig "data" "JWT_SECRET" (randAlphaNum 48 | b64enc) $found) }}
{{- end }}
JWT_SECRET: {{ ternary ($secret.jwtSecret | b64enc) $secret.drawn (not (empty $secret.jwtSecret)) }}
{{- with $secret.databaseUrl }}
DATABASE_URL: {{ b64enc . }}
{{- end }}
{{- with $secret.cohereApiKey }}
COHERE_API_KEY: {{ b64enc . }}
{{- end }}
{{- with $secret.llmApiKey }}
LLM_API_KEY: {{ b64enc . }}
{{- end }}
{{- end }}

{{/* Changes when the Secret does, so that an upgrade brings new secrets to the pods. The random key within keeps anyone
from guessing the rest by it. */}}
{{- define "todo-app.secret.checksum" -}}
{{- if include "todo-app.secret.made" . }}
{{- include "todo-app.secret.data" . | sha256sum }}
{{- else }}
{{- dig "data" (dict) (include "todo-app.secret.found" . | fromJson) | toJson | sha256sum }}
{{- end }}
{{- end }}

{{/* Environment variables of the two secrets that the backend cannot start without. `secret` is the Secret's name. */}}
{{- define "todo-app.secret.required" -}}
- name: DATABASE_URL
  {{- if eq .root.Values.database.kind "sqlite" }}
  value: sqlite:////data/todo.db
  {{- else }}
  valueFrom: {secretKeyRef: {name: {{ .secret }}, key: DATABASE_URL}}
  {{- end }}
- name: JWT_SECRET
  valueFrom: {secretKeyRef: {name: {{ .secret }}, key: JWT_SECRET}}
{{- end }}

{{- define "todo-app.secret.optional" -}}
- name: COHERE_API_KEY
  valueFrom: {secretKeyRef: {name: {{ .secret }}, key: COHERE_API_KEY, optional: true}}
- name: LLM_API_KEY
  valueFrom: {secretKeyRef: {name: {{ .secret }}, key: LLM_API_KEY, optional: true}}
{{- end }}
