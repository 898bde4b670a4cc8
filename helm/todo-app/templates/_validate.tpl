{{/* Combinations that values.schema.json cannot tell. Each failure names the value, what is wrong, and what to do. */}}

{{- define "todo-app.validate" -}}
{{- include "todo-app.validate.database" . }}
{{- include "todo-app.validate.secret" . }}
{{- include "todo-app.validate.hosts" . }}
{{- include "todo-app.validate.model" . }}
{{- range $name := list "backend" "frontend" }}
{{- include "todo-app.validate.component" (dict "root" $ "name" $name "values" (index $.Values $name)) }}
{{- end }}
{{- if eq .Values.backend.service.name .Values.frontend.service.name }}
{{- fail (printf "frontend.service.name: is %q, and so is backend.service.name; give them two names" .Values.frontend.service.name) }}
{{- end }}
{{- end }}

{{- define "todo-app.validate.database" -}}
{{- if eq .Values.database.kind "sqlite" }}
{{- if gt (include "todo-app.replicas" (dict "root" . "name" "backend" "values" .Values.backend) | int) 1 }}
{{- fail (printf "backend.replicas: is %v, but database.kind=sqlite is a file that one pod writes; leave it out, or use database.kind=postgresql" .Values.backend.replicas) }}
{{- end }}
{{- if .Values.backend.autoscaling.enabled }}
{{- fail "backend.autoscaling.enabled: is true, but database.kind=sqlite is a file that one pod writes; turn it off, or use database.kind=postgresql" }}
{{- end }}
{{- if .Values.migrations.hook }}
{{- fail "migrations.hook: is true, but with database.kind=sqlite an init container migrates, since no Job can have the volume as well; turn it off" }}
{{- end }}
{{- if .Values.secret.databaseUrl }}
{{- fail "secret.databaseUrl: is given, but database.kind=sqlite keeps tasks in a file; leave one of them out" }}
{{- end }}
{{- end }}
{{- end }}

{{- define "todo-app.validate.secret" -}}
{{- $secret := .Values.secret }}
{{- if not $secret.name }}
{{- fail "secret.name: is empty; name the Secret that has DATABASE_URL and JWT_SECRET, such as app-secrets" }}
{{- end }}
{{- /* Not by the schema, whose errors show what was given. */}}
{{- if not (regexMatch "^(postgres(ql)?(\\+[a-z0-9]+)?://[^ ]+)?$" $secret.databaseUrl) }}
{{- fail "secret.databaseUrl: is no PostgreSQL URL; give postgresql://user:password@host:5432/name" }}
{{- end }}
{{- if and $secret.jwtSecret (lt (len $secret.jwtSecret) 32) }}
{{- fail "secret.jwtSecret: is shorter than 32 characters; give what `openssl rand -hex 32` prints, or leave it empty for a random one" }}
{{- end }}
{{- if eq (toString $secret.create) "true" }}
{{- if and (eq .Values.database.kind "postgresql") (not $secret.databaseUrl) }}
{{- fail "secret.databaseUrl: is empty, but secret.create=true makes the Secret; give postgresql://user:password@host:5432/name" }}
{{- end }}
{{- else if or (eq (toString $secret.create) "false") (and (not $secret.databaseUrl) (eq .Values.database.kind "postgresql")) }}
{{- range $key := list "databaseUrl" "jwtSecret" "cohereApiKey" "llmApiKey" }}
{{- if index $secret $key }}
{{- fail (printf "secret.%s: is given, but the Secret is not made by this chart, so it would not be used; put it into the Secret %q, or set secret.create=true" $key $secret.name) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- define "todo-app.validate.hosts" -}}
{{- $example := "give a name such as todo.example.org, or \"*\" for every name" }}
{{- if and .Values.ingress.enabled (not .Values.ingress.host) }}
{{- fail (printf "ingress.host: is empty; %s" $example) }}
{{- end }}
{{- if and .Values.ingress.enabled .Values.ingress.tls.enabled }}
{{- if not (or .Values.ingress.tls.secretName .Values.ingress.tls.clusterIssuer) }}
{{- fail "ingress.tls.secretName: is empty, and so is ingress.tls.clusterIssuer; name the Secret with the certificate, or who makes it" }}
{{- end }}
{{- if and .Values.ingress.tls.clusterIssuer (eq .Values.ingress.host "*") }}
{{- fail "ingress.host: is \"*\", for which ingress.tls.clusterIssuer can make no certificate; give a name such as todo.example.org" }}
{{- end }}
{{- end }}
{{- if .Values.httpRoute.enabled }}
{{- if not .Values.httpRoute.host }}
{{- fail (printf "httpRoute.host: is empty; %s" $example) }}
{{- end }}
{{- if not .Values.httpRoute.parentRefs }}
{{- fail "httpRoute.parentRefs: is empty; name the Gateway to attach to, as [{name: my-gateway, namespace: gateways}]" }}
{{- end }}
{{- end }}
{{- end }}

{{- define "todo-app.validate.model" -}}
{{- if and .Values.config.llmBaseUrl (not .Values.config.llmModel) }}
{{- fail "config.llmModel: is empty, but config.llmBaseUrl is given; name the model to ask there" }}
{{- end }}
{{- end }}

{{- define "todo-app.validate.component" -}}
{{- $name := .name }}
{{- $replicas := include "todo-app.replicas" . | int }}
{{- with .values.autoscaling }}
{{- if .enabled }}
{{- if gt (int .minReplicas) (int .maxReplicas) }}
{{- fail (printf "%s.autoscaling.minReplicas: is %v, above maxReplicas, which is %v" $name .minReplicas .maxReplicas) }}
{{- end }}
{{- if not (or .targetCPU .targetMemory) }}
{{- fail (printf "%s.autoscaling.targetCPU: is null, and so is targetMemory; give at least one to scale by" $name) }}
{{- end }}
{{- range $target, $resource := dict "targetCPU" "cpu" "targetMemory" "memory" }}
{{- if and (index $.values.autoscaling $target) (not (dig "requests" $resource "" ($.values.resources | default dict))) }}
{{- fail (printf "%s.resources.requests.%s: is missing, but %s.autoscaling.%s is a percentage of it" $name $resource $name $target) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- with .values.podDisruptionBudget }}
{{- if .enabled }}
{{- $fewest := include "todo-app.fewest" $ | int }}
{{- if not $fewest }}
{{- fail (printf "%s.replicas: is 0, but %s.podDisruptionBudget.enabled wants pods to keep; turn one of them off" $name $name) }}
{{- end }}
{{- if eq (kindIs "invalid" .minAvailable) (kindIs "invalid" .maxUnavailable) }}
{{- fail (printf "%s.podDisruptionBudget.minAvailable: give it or maxUnavailable, and set the other one to null" $name) }}
{{- end }}
{{- if and (gt $fewest 1) (or (eq (toString .minAvailable) "100%") (and (regexMatch "^[0-9]+$" (toString .minAvailable)) (ge (int .minAvailable) $fewest))) }}
{{- fail (printf "%s.podDisruptionBudget.minAvailable: is %v of %d pods, so that no node could ever be drained; give less" $name .minAvailable $fewest) }}
{{- end }}
{{- end }}
{{- end }}
{{- with .values.rollout }}
{{- if ge (int .drainSeconds) (int .terminationGracePeriodSeconds) }}
{{- fail (printf "%s.rollout.drainSeconds: is %v, but terminationGracePeriodSeconds, which includes it, is %v" $name .drainSeconds .terminationGracePeriodSeconds) }}
{{- end }}
{{- end }}
{{- end }}
